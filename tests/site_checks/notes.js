// On an article's page: open each note by its address, and tell where notes stand in each other's way.
const notes = [...document.querySelectorAll(".note")];
const told = [];
const shown = () => notes.map((note) => ({ id: note.id, box: note.getBoundingClientRect() })).filter(({ box }) => box.height);
const look = (when) => {
  const boxes = shown().sort((a, b) => a.box.top - b.box.top);
  boxes.slice(1).forEach(({ id, box }, i) => {
    if (boxes[i].box.bottom > box.top + 0.5) told.push(`${when}: #${id} stands on #${boxes[i].id}`);
  });
  for (const { id, box } of boxes) {
    if (box.left < -0.5 || box.right > document.documentElement.clientWidth + 0.5) told.push(`${when}: #${id} is cut off`);
  }
  const prose = document.querySelector(".prose").getBoundingClientRect();
  if (WIDE && boxes.length !== notes.length) told.push(`${when}: ${boxes.length} of ${notes.length} notes are shown`);
  if (!WIDE && boxes.length > 1) told.push(`${when}: ${boxes.length} sheets are open`);
  if (WIDE) {
    for (const { id, box } of boxes) {
      if (box.left < prose.right && box.right > prose.left) told.push(`${when}: #${id} stands on the article`);
    }
  }
};
look("at first");
for (const note of notes) {
  location.hash = note.id;
  if (!shown().some(({ id }) => id === note.id)) told.push(`#${note.id} stays shut`);
  look(`with #${note.id} open`);
}
return { notes: notes.length, told };
