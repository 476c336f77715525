// The only script of the program: asks the browser to make a passkey or to use one, and sends what it says as a form.
// Questions and words come from the page; without this file, or without passkeys, the page offers codes alone.

const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

const withBytes = (key) => ({ ...key, id: toBytes(key.id) });

/** For browsers that cannot read questions or write answers as JSON by themselves. */
const byHand = {
  make: (question) => ({
    ...question,
    challenge: toBytes(question.challenge),
    user: withBytes(question.user),
    excludeCredentials: question.excludeCredentials.map(withBytes),
  }),
  use: (question) => ({
    ...question,
    challenge: toBytes(question.challenge),
    allowCredentials: question.allowCredentials.map(withBytes),
  }),
  answer: ({ id, rawId, type, authenticatorAttachment, response }) => {
    const said = { clientDataJSON: toText(response.clientDataJSON) };
    for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (response[part]) said[part] = toText(response[part]);
    }
    if (response.getTransports) said.transports = response.getTransports();
    const attachment = authenticatorAttachment ?? undefined;
    return { id, rawId: toText(rawId), type, response: said, authenticatorAttachment: attachment, clientExtensionResults: {} };
  },
};

const ways = {
  make: (question) => {
    const read = PublicKeyCredential.parseCreationOptionsFromJSON?.bind(PublicKeyCredential) ?? byHand.make;
    return navigator.credentials.create({ publicKey: read(question) });
  },
  use: (question) => {
    const read = PublicKeyCredential.parseRequestOptionsFromJSON?.bind(PublicKeyCredential) ?? byHand.use;
    return navigator.credentials.get({ publicKey: read(question) });
  },
};

/** Which of the page's sentences tells what has happened. */
const sentences = { NotAllowedError: "cancelled", AbortError: "cancelled", InvalidStateError: "known" };

async function answer(form) {
  const button = form.querySelector("button");
  const notice = form.querySelector("[role=alert]");
  notice.hidden = true;
  button.disabled = true;
  try {
    const credential = await ways[form.dataset.passkey](JSON.parse(form.dataset.question));
    form.elements.credential.value = JSON.stringify(credential.toJSON?.() ?? byHand.answer(credential));
    form.submit();
  } catch (problem) {
    notice.textContent = form.dataset[sentences[problem.name]] ?? form.dataset.failed;
    notice.hidden = false;
    button.disabled = false;
  }
}

const form = document.querySelector("form[data-passkey]");
if (form && window.PublicKeyCredential) {
  form.hidden = false;
  document.querySelector("[data-without-passkey]").hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer(form);
  });
}
