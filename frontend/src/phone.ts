/** Pages as an app: the worker that keeps them for reading offline, and the line that says how old an answer is. */

interface Told {
  kept?: string;
  words?: { asItWas: string; retry: string };
}

/** The calendar's entries come by script: the line is put where the worker puts it on pages that it kept. */
function tell({ kept, words }: Told): void {
  const main = document.querySelector("main");
  if (!kept || !words || !main || main.querySelector(".offline")) return;
  const lang = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
  const then = new Date(kept);
  const day = then.toLocaleDateString(lang, { weekday: "long", day: "numeric", month: "long" });
  const time = then.toLocaleTimeString(lang, { hour: "numeric", minute: "2-digit" });
  const line = document.createElement("p");
  line.textContent = words.asItWas.replace("{day}", day).replace("{time}", time);
  const notice = document.createElement("div");
  notice.className = "flash info offline";
  notice.setAttribute("role", "status");
  const retry = Object.assign(document.createElement("a"), { className: "btn", href: "", textContent: words.retry });
  notice.append(line, retry);
  main.prepend(notice);
}

export function wirePhone(): void {
  if (!("serviceWorker" in navigator) || !isSecureContext) return;
  const worker = navigator.serviceWorker;
  const isFirst = !worker.controller;
  worker.addEventListener("message", (event: MessageEvent<Told>) => tell(event.data));
  addEventListener("load", () => {
    worker
      .register("/sw.js", { updateViaCache: "none" })
      .then(() => worker.ready)
      .then((ready) => isFirst && ready.active?.postMessage("seen"))
      // A browser that keeps nothing, as in a private window, shows everything else.
      .catch(() => undefined);
  });
}
