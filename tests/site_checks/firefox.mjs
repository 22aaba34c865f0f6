// Run a script's body on pages in Firefox, by WebDriver BiDi: executable, width, file of the script, addresses.
import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";

const [executablePath, width, script, ...addresses] = process.argv.slice(2);
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
try {
  const page = await browser.newPage();
  await page.setViewport({ width: Number(width), height: 900 });
  const body = `(() => { const WIDE = innerWidth >= 1056; ${readFileSync(script, "utf8")} })()`;
  for (const address of addresses) {
    await page.goto(address);
    console.log(JSON.stringify(await page.evaluate(body)));
  }
} finally {
  await browser.close();
}
