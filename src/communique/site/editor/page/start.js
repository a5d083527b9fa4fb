// Starts the editor where a browser can run it; anywhere else the plain form stays.
"use strict";

{
  const here = document.currentScript.src;
  const say = (name) => {
    document.getElementById(name).hidden = false;
  };
  if (location.protocol === "file:") {
    say("as-file");
  } else {
    import(new URL("page.js", here))
      .then((page) => page.start(document.getElementById("editor"), new URL(".", here)))
      .then(() => {
        document.getElementById("plain").hidden = true;
      })
      .catch((error) => {
        document.getElementById("editor").hidden = true;
        say("failed");
        throw error;
      });
  }
}
