// Counts again while one chooses: sends the form as it stands, and puts the count that comes back in the place of the old
// one. Without this file a button does the same.

const form = document.querySelector("form[data-live]");
let asked = 0;

async function count() {
  const turn = ++asked;
  const sent = new FormData(form);
  sent.set("act", "live");
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(sent) });
  if (!answer.ok || turn !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const id = form.dataset.live;
  document.getElementById(id).replaceWith(document.adoptNode(page.getElementById(id)));
}

form?.addEventListener("change", (event) => {
  if (event.target.matches("select")) count();
});
