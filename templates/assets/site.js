// Progressive enhancement only: everything works without this file.
const prose = document.querySelector(".prose");
if (prose) {
  const narrow = matchMedia("screen and (width < 66rem)");
  const notes = [...prose.querySelectorAll(".note")];
  const slug = (note) => note.id.slice("note-".length);
  const mark = (note) => document.getElementById(slug(note));
  const link = (note) => prose.querySelector(`a[href="#${note.id}"]`);

  const dress = () => notes.forEach((note) =>
    narrow.matches ? note.setAttribute("popover", "auto") : note.removeAttribute("popover"));
  dress();
  narrow.addEventListener("change", dress);

  const show = (note, from) => {
    note.showPopover({ source: from });
    note.querySelector(".close").focus({ preventScroll: true });
    history.replaceState(null, "", `#${slug(note)}`);
    mark(note).scrollIntoView({ block: "center" });
  };

  prose.addEventListener("click", (event) => {
    const a = event.target.closest("a");
    if (!a?.hash || !narrow.matches) return;
    const inside = a.closest(".note");
    const goal = notes.find((note) => a.hash === `#${note.id}` || (inside && a.hash === `#${slug(note)}`));
    if (!goal) return;
    event.preventDefault();
    if (a.matches(".close")) {
      inside.hidePopover();
      link(inside).focus({ preventScroll: true });
    } else {
      inside?.hidePopover();
      show(goal, link(goal));
    }
  });

  // j and k only while focus is inside the article (WCAG 2.1.4)
  prose.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !"jk".includes(event.key)) return;
    const here = event.target.closest(".note") ?? document.querySelector(event.target.closest("a")?.hash || null);
    const next = notes[notes.indexOf(here) + (event.key === "j" ? 1 : -1)];
    if (next) {
      link(next).focus({ preventScroll: true });
      mark(next).scrollIntoView({ block: "center" });
    }
  });
}
