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
const [PATH, CLAIM, VERDICT, WHERE, LANGUAGE] = [0, 1, 2, 3, 4];

// what failed may be tried again
const once = (make) => {
  const made = {};
  return (key) => made[key] ??= make(key).catch((error) => {
    delete made[key];
    throw error;
  });
};

async function load(name, how) {
  const answer = await fetch(new URL(name, here), how);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

// what all searches need: asked for anew each time, so that nothing is mixed with what is kept of the site before
const table = once(async () => {
  const data = await load("claims.json", { cache: "no-cache" });
  // rows stand in the order of their days but for those that were corrected
  data.places = new Map(data.corrected.map(([row, behind], at) => [row, behind + (at + 1) / (data.corrected.length + 1)]));
  return data;
});
const versioned = async (name) => load(`${name}?${(await table()).version}`);

const written = (number) => number.toLocaleString(document.documentElement.lang);

// what choices need: of each row, the places of its values in the lists of choices
let choices = null;
const offer = once(async () => {
  const data = await versioned("filters.json");
  data.names = Object.keys(data.filters);
  data.rows = data.names.map((name) => data.columns[name].split(" ").map((row) =>
    row ? row.split(".").map((place) => parseInt(place, 36)) : []));
  data.names.forEach((name) => form[name].append(...data.filters[name].map(([id, label]) => {
    const option = new Option(label[0].toUpperCase() + label.slice(1), id);
    option.dataset.label = option.text;
    return option;
  })));
  choices = data;
});

// what is shown of claims lies in small files, of which only a few are needed
const sheet = once((number) => versioned(`rows-${number}.json`));
const row = async (data, at) => (await sheet(Math.floor(at / data.size)))[at % data.size];

// each language has a program of its own, which knows its stems
const engine = once(async (language) => {
  const made = await import(new URL(`${(await table()).base}${language}/pagefind.js`, here));
  await made.options({ noWorker: true, ranking: { termSimilarity: SIMILAR } });
  await made.init();
  return made;
});

// an index calls a claim by its language and its row, and by letters that tell of its words
const placed = (name) => parseInt(name.slice(name.lastIndexOf("_") + 1), 10);

const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// from a row to its score and what to show of it
async function matches(words, data) {
  const rows = new Map();
  const languages = data.indexes;
  // a preview has no index: there only the claims are looked through, which lie in one file
  if (!languages.length)
    (await sheet(0)).forEach((row, at) => plain(row[CLAIM]).includes(plain(words)) && rows.set(at, { score: 1 }));
  await Promise.all(languages.map(async (language) => {
    const { results } = await (await engine(language)).search(words);
    for (const result of results) {
      const at = placed(result.id);
      if (!(rows.get(at)?.score >= result.score)) rows.set(at, { score: result.score, language, result });
    }
  }));
  const best = Math.max(...[...rows.values()].map(({ score }) => score));
  return new Map([...rows].filter(([, { score }]) => score > best * LEAST));
}

const chosen = () => choices ? choices.names.map((name) =>
  form[name].value ? choices.filters[name].findIndex(([id]) => id === form[name].value) : null) : [];

const passes = (at, wanted, but) =>
  wanted.every((value, name) => value === null || name === but || choices.rows[name][at].includes(value));

// how many claims each choice would leave, the other filters as they are
function count(rows, wanted) {
  choices.names.forEach((name, at) => {
    const counts = new Array(choices.filters[name].length).fill(0);
    rows.filter((row) => passes(row, wanted, at)).forEach((row) => choices.rows[at][row].forEach((v) => counts[v]++));
    [...form[name].options].slice(1).forEach((option, v) => {
      option.text = `${option.dataset.label} (${written(counts[v])})`;
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

function line(row, match) {
  const pattern = document.querySelector(`template[data-verdict="${CSS.escape(row[VERDICT])}"]`);
  const item = pattern.content.cloneNode(true).firstElementChild;
  item.querySelector("a").href = new URL(row[PATH], root);
  const what = item.querySelector(".what");
  what.textContent = row[CLAIM];
  if (row[LANGUAGE]) what.lang = row[LANGUAGE];
  item.querySelector(".where").textContent = row[WHERE];
  if (match?.result) excerpt(item, match);
  return item;
}

const lines = (data, order, hits) =>
  Promise.all(order.map(async (at) => line(await row(data, at), hits?.get(at))));

function show(data, order, hits, first) {
  const list = found.querySelector("ol");
  list.replaceChildren(...first);
  more.hidden = first.length >= order.length;
  let busy = false;
  more.onclick = async () => {
    if (busy) return;
    busy = true;
    const from = list.children.length;
    const next = await lines(data, order.slice(from, from + STEP), hits).catch(() => []);
    busy = false;
    // another search may have begun meanwhile
    if (!next.length || list.children.length !== from || list.firstElementChild !== first[0]) return;
    list.append(...next);
    more.hidden = list.children.length >= order.length;
    list.children[from].querySelector("a").focus();
  };
}

const tell = (number) =>
  number ? said.dataset[number === 1 ? "one" : "many"].replace("{count}", written(number)) : said.dataset.none;

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
  const wanted = chosen();
  const asked = words || wanted.some((value) => value !== null);
  const all = [...Array(data.count).keys()].filter((at) => !hits || hits.has(at));
  if (choices) count(all, wanted);
  const order = all.filter((at) => passes(at, wanted));
  const place = (row) => data.places.get(row) ?? row;
  const newest = (a, b) => place(b) - place(a);
  const best = (a, b) => hits.get(b).score - hits.get(a).score || newest(a, b);
  order.sort(hits && !form.sort.value ? best : newest);
  const first = asked ? await lines(data, order.slice(0, STEP), hits) : [];
  if (mine !== turn) return;
  found.hidden = !asked || !order.length;
  lists.hidden = Boolean(asked);
  said.textContent = asked ? tell(order.length) : "";
  show(data, order, hits, first);
  remember();
}

const attempt = () => search().catch(() => {
  said.textContent = said.dataset.failed;
  lists.hidden = !(found.hidden = true);
});

let waiting;
form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
// who is about to type will search: programs come meanwhile
form.q.addEventListener("focus", () => table().then((data) => Promise.all(data.indexes.map(engine))).catch(() => {}), { once: true });
form.addEventListener("reset", () => setTimeout(attempt));
form.addEventListener("change", attempt);
form.q.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(attempt, 150);
});
form.querySelector("details").addEventListener("toggle", () => offer().then(attempt, attempt), { once: true });

// an address may carry what to look for
const asked = new URLSearchParams(location.search);
const narrowed = [...asked.keys()].some((name) => !["q", "sort"].includes(name));
if (asked.size) Promise.resolve(narrowed && offer()).then(() => {
  for (const [name, value] of asked) if (form.elements[name]) form.elements[name].value = value;
  form.querySelector("details").open = [...asked.keys()].some((name) => name !== "q");
  return attempt();
}, attempt);
