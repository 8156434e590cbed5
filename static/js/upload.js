// Files dropped on the form or chosen in it are sent one by one, with progress; without this script the form sends them
// together.

function readableSize(bytes) {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

// Sends one file; resolves to what the portal answered, or to an error in words.
function send(form, input, file, batch, tell) {
  const data = new FormData(form);
  data.delete(input.name);
  data.append(input.name, file);
  if (batch) data.set("batch", batch);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) tell(event.loaded / event.total);
    });
    request.addEventListener("loadend", () => {
      const answer = request.response;
      if (request.status === 200 && answer) resolve(answer);
      else if (answer?.errors) resolve({ error: answer.errors.join(" ") });
      else if (request.status === 413) resolve({ error: "The file is too large." });
      else resolve({ error: "It could not be sent. Are you still signed in, and connected?" });
    });
    request.send(data);
  });
}

function enhance(form) {
  const input = form.querySelector("input[type=file]");
  const group = input.closest(".govuk-form-group");
  group.classList.add("drop-zone");
  const hint = document.createElement("p");
  hint.className = "govuk-body";
  hint.textContent = "Or drop the files here.";
  const list = document.createElement("ul");
  list.className = "govuk-list sending";
  list.setAttribute("aria-live", "polite");
  group.append(hint, list);

  for (const kind of ["dragenter", "dragover"]) {
    group.addEventListener(kind, (event) => {
      event.preventDefault();
      group.classList.add("drop-zone--over");
    });
  }
  for (const kind of ["dragleave", "drop"]) {
    group.addEventListener(kind, () => group.classList.remove("drop-zone--over"));
  }
  group.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      show();
    }
  });
  input.addEventListener("change", show);

  function show() {
    list.replaceChildren(
      ...[...input.files].map((file) => {
        const line = document.createElement("li");
        const name = document.createElement("span");
        name.textContent = `${file.name} (${readableSize(file.size)})`;
        const told = document.createElement("span");
        told.className = "sending__state";
        line.append(name, " ", told);
        return line;
      }),
    );
  }

  form.addEventListener("submit", async (event) => {
    if (!input.files.length || form.querySelector("textarea").value) return; // sent as it is, and judged by the portal
    event.preventDefault();
    show();
    const button = form.querySelector("button");
    button.disabled = true;
    let batch = null;
    let failed = 0;
    for (const [place, file] of [...input.files].entries()) {
      const told = list.children[place].querySelector(".sending__state");
      const bar = document.createElement("progress");
      bar.setAttribute("aria-label", `Sending ${file.name}`);
      bar.max = 1;
      told.replaceChildren(bar);
      const answer = await send(form, input, file, batch, (part) => {
        bar.value = part;
      });
      if (answer.error) {
        failed += 1;
        told.textContent = `Not sent: ${answer.error}`;
        told.classList.add("sending__state--failed");
      } else {
        batch = answer.batch;
        form.dataset.address = answer.address;
        told.textContent = "Sent";
      }
    }
    button.disabled = false;
    if (!failed) {
      location.assign(form.dataset.address);
    } else if (batch) {
      const on = document.createElement("a");
      on.className = "govuk-link";
      on.href = form.dataset.address;
      on.textContent = "What became of the files that were sent";
      list.after(on);
      on.focus();
    }
  });
}

for (const form of document.querySelectorAll("form[data-upload]")) enhance(form);
