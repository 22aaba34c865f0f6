// Search and filters over the plain lists of the same page, which stay where nothing is asked for.
const form = document.querySelector("#_search");
const said = document.querySelector("#_said");
const found = document.querySelector("#_found");
const lists = document.querySelector("#_lists");
const more = found.querySelector(".more");
const here = new URL(".", location.href);
const root = new URL("..", here);
const STEP = 20;
// An index falls back on shorter words (“week” for “weekend”): the more alike they must be, the less that scores, and
// what scores next to nothing beside the best is left out.
const SIMILAR = 10;
const LEAST = 1 / 40;
const [PATH, CLAIM, DATE, FIRST] = [0, 1, 2, 3];

const once = (make) => {
  let made;
  return (...given) => (made ??= make(...given));
};

const table = once(async () => {
  const answer = await fetch(new URL("claims.json", here));
  if (!answer.ok) throw new Error(answer.statusText);
  const data = await answer.json();
  data.names = Object.keys(data.filters);
  data.places = Object.fromEntries(Object.entries(data.indexes).map(([language, names]) =>
    [language, new Map(names.split(" ").map((name, row) => [name, row]))]));
  data.names.forEach((name) => form[name].append(...data.filters[name].map(([id, label]) =>
    new Option(label[0].toUpperCase() + label.slice(1), id))));
  return data;
});

// each language has a program of its own, which knows its stems
const engines = {};
const engine = (language) => engines[language] ??= (async () => {
  const made = await import(new URL(`${(await table()).base}${language}/pagefind.js`, here));
  await made.options({ noWorker: true, ranking: { termSimilarity: SIMILAR } });
  return made;
})();

const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// from a row to its score and what to show of it
async function matches(words, data) {
  const rows = new Map();
  const languages = Object.keys(data.places);
  // a preview has no index: there only the claims are looked through
  if (!languages.length)
    data.rows.forEach((row, at) => plain(row[CLAIM]).includes(plain(words)) && rows.set(at, { score: 1 }));
  await Promise.all(languages.map(async (language) => {
    const { results } = await (await engine(language)).search(words);
    for (const result of results) {
      const at = data.places[language].get(result.id);
      if (at !== undefined && !(rows.get(at)?.score >= result.score))
        rows.set(at, { score: result.score, language, result });
    }
  }));
  const best = Math.max(...[...rows.values()].map(({ score }) => score));
  return new Map([...rows].filter(([, { score }]) => score > best * LEAST));
}

const chosen = (data) => data.names.map((name) =>
  form[name].value ? data.filters[name].findIndex(([id]) => id === form[name].value) : null);

const passes = (row, wanted, but) =>
  wanted.every((value, at) => value === null || at === but || row[FIRST + at].includes(value));

// how many claims each choice would leave, the other filters as they are
function count(data, rows, wanted) {
  data.names.forEach((name, at) => {
    const counts = new Array(data.filters[name].length).fill(0);
    rows.filter((row) => passes(row, wanted, at)).forEach((row) => row[FIRST + at].forEach((v) => counts[v]++));
    [...form[name].options].slice(1).forEach((option, v) => {
      option.text = `${option.text.replace(/ \(\d+\)$/, "")} (${counts[v]})`;
      option.hidden = option.disabled = !counts[v] && !option.selected;
    });
  });
}

async function excerpt(item, match) {
  const words = document.createElement("span");
  words.className = "excerpt";
  words.lang = match.language;
  const { excerpt } = await match.result.data();
  for (const node of new DOMParser().parseFromString(excerpt, "text/html").body.childNodes) {
    const piece = node.nodeName === "MARK" ? document.createElement("mark") : document.createTextNode("");
    piece.textContent = node.textContent;
    words.append(piece);
  }
  item.querySelector(".where").before(words);
}

function line(data, at, match) {
  const row = data.rows[at];
  const [verdict] = data.filters.verdict[row[FIRST]];
  const item = document.querySelector(`template[data-verdict="${CSS.escape(verdict)}"]`).content.cloneNode(true).firstElementChild;
  const article = data.names.indexOf("article");
  item.querySelector("a").href = new URL(row[PATH], root);
  const what = item.querySelector(".what");
  what.textContent = row[CLAIM];
  what.lang = Object.keys(data.foreign).find((language) => data.foreign[language].includes(at)) ?? "";
  if (!what.lang) what.removeAttribute("lang");
  item.querySelector(".where").textContent =
    [data.filters.article[row[FIRST + article]][1], data.dates[row[DATE]]].filter(Boolean).join(" · ");
  if (match?.result) excerpt(item, match);
  return item;
}

function show(data, order, hits) {
  const list = found.querySelector("ol");
  list.replaceChildren();
  more.onclick = () => {
    const from = list.children.length;
    list.append(...order.slice(from, from + STEP).map((at) => line(data, at, hits?.get(at))));
    more.hidden = list.children.length >= order.length;
    if (from) list.children[from].querySelector("a").focus();
  };
  more.onclick();
}

const tell = (number) => number ? said.dataset[number === 1 ? "one" : "many"].replace("{count}", number.toLocaleString(document.documentElement.lang)) : said.dataset.none;

function remember() {
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.replaceState(null, "", asked.size ? `?${asked}` : location.pathname);
}

let turn = 0;
async function search() {
  const mine = ++turn;
  const data = await table();
  const words = form.q.value.trim();
  const hits = words ? await matches(words, data) : null;
  if (mine !== turn) return;
  const wanted = chosen(data);
  const asked = words || wanted.some((value) => value !== null);
  const all = data.rows.map((_, at) => at).filter((at) => !hits || hits.has(at));
  count(data, all.map((at) => data.rows[at]), wanted);
  const order = all.filter((at) => passes(data.rows[at], wanted));
  const newest = (a, b) => data.rows[b][DATE].localeCompare(data.rows[a][DATE]) || a - b;
  const best = (a, b) => hits.get(b).score - hits.get(a).score || newest(a, b);
  order.sort(hits && !form.sort.value ? best : newest);
  found.hidden = !asked || !order.length;
  lists.hidden = Boolean(asked);
  said.textContent = asked ? tell(order.length) : "";
  show(data, order, hits);
  remember();
}

const attempt = () => search().catch(() => {
  said.textContent = said.dataset.failed;
  lists.hidden = !(found.hidden = true);
});

let waiting;
form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("focusin", () => table().catch(() => {}), { once: true });
form.addEventListener("reset", () => setTimeout(attempt));
form.addEventListener("change", attempt);
form.q.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(attempt, 150);
});
form.querySelector("details").addEventListener("toggle", () => table().then(attempt, attempt), { once: true });

// an address may carry what to look for
const asked = new URLSearchParams(location.search);
if (asked.size) table().then(() => {
  for (const [name, value] of asked) if (form.elements[name]) form.elements[name].value = value;
  form.querySelector("details").open = [...asked.keys()].some((name) => name !== "q");
  return attempt();
}, attempt);
