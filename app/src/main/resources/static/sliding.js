// Figures follow a slider: the day goes into the form's field, the form is asked for as it stands, and the part that comes
// back takes the place of the old one. Without this file the field and the button do the same.

const form = document.querySelector("form[data-slides]");
const slider = document.getElementById("slide");
const shown = document.getElementById("slid");
let wanted = null;
let busy = false;

const two = (n) => String(n).padStart(2, "0");

// The last day of the month; of the last month, today.
function day() {
  if (slider.value === slider.max) return slider.dataset.today;
  const [year, month] = slider.dataset.first.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + Number(slider.value), 0));
  return `${two(last.getUTCDate())}/${two(last.getUTCMonth() + 1)}/${last.getUTCFullYear()}`;
}

// One question at a time; what was passed over meanwhile is not asked.
async function ask() {
  if (busy || wanted === null) return;
  busy = true;
  const address = new URL(form.action);
  address.search = new URLSearchParams(new FormData(form));
  wanted = null;
  try {
    const part = new URL(address);
    part.searchParams.set("part", "day");
    const answer = await fetch(part);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const id = form.dataset.slides;
    const figures = page.getElementById(id);
    if (!answer.ok || figures === null) return location.assign(address);
    document.getElementById(id).replaceWith(document.adoptNode(figures));
    history.replaceState(null, "", address);
  } finally {
    busy = false;
  }
  ask();
}

if (form && slider) {
  slider.closest("[hidden]").hidden = false;
  slider.addEventListener("input", () => {
    wanted = day();
    shown.textContent = wanted;
    form.elements.on.value = wanted;
    ask();
  });
}
