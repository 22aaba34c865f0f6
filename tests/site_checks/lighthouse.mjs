// Lighthouse on the pages named as arguments: one line of JSON for each.
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const [executablePath, ...addresses] = process.argv.slice(2);
const browser = await puppeteer.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
});
try {
  for (const address of addresses) {
    const page = await browser.newPage();
    const { lhr } = await lighthouse(address, { logLevel: "silent" }, undefined, page);
    const scores = Object.fromEntries(Object.values(lhr.categories).map((c) => [c.id, Math.round(c.score * 100)]));
    const value = (id) => lhr.audits[id].numericValue;
    const failed = Object.values(lhr.audits)
      .filter((audit) => audit.score !== null && audit.score < 1 && audit.scoreDisplayMode !== "informative")
      .map((audit) => `${audit.id}: ${audit.displayValue ?? audit.title}`);
    const measured = { cls: value("cumulative-layout-shift"), tbt: value("total-blocking-time") };
    console.log(JSON.stringify({ address, ...scores, ...measured, failed }));
    await page.close();
  }
} finally {
  await browser.close();
}
