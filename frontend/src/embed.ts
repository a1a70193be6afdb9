/**
 * `<tessera-events>`: the coming public events of a community on any other website.
 *
 * Promises: one small script without parts, no cookies and nothing kept; what it shows comes as text and can do
 * nothing; until the answer is there, and wherever it does not come, the page shows what stands within the element.
 *
 * Attributes: `host` (whose events; where the script came from unless said), `limit`, `lang`, `kinds`, `category`,
 * `theme` (`light`, `dark`, `auto`; the page's own unless said).
 */
(() => {
  interface Item {
    title: string;
    url: string;
    datetime: string;
    weekday: string;
    day: string;
    when: string;
    place: string;
    note: string;
    cancelled: boolean;
  }
  interface Answer {
    language: string;
    hue: number;
    title: string;
    empty: string;
    all: { label: string; url: string };
    items: Item[];
  }

  const CSS = `
:host{display:block;--h:28;--page:#fff;--ink:oklch(24% .012 260);--ink-2:oklch(43% .012 260);--line:oklch(91% .006 80);--accent:oklch(50% .16 var(--h));--wash:oklch(96.5% .022 var(--h));--bad:oklch(48% .17 25)}
:host([hidden]){display:none}
:host([theme=light]){color-scheme:light}:host([theme=dark]){color-scheme:dark}:host([theme=auto]){color-scheme:light dark}
@supports(color:light-dark(#000,#fff)){:host{--page:light-dark(#fff,oklch(23.5% .007 260));--ink:light-dark(oklch(24% .012 260),oklch(94% .004 80));--ink-2:light-dark(oklch(43% .012 260),oklch(77% .008 80));--line:light-dark(oklch(91% .006 80),oklch(32% .008 260));--accent:light-dark(oklch(50% .16 var(--h)),oklch(78% .12 var(--h)));--wash:light-dark(oklch(96.5% .022 var(--h)),oklch(28% .035 var(--h)));--bad:light-dark(oklch(48% .17 25),oklch(79% .12 25))}}
*{box-sizing:border-box}
section{background:var(--page);color:var(--ink);border:1px solid var(--line);border-radius:14px;padding:4px 16px;line-height:1.4;overflow-wrap:anywhere}
ul{list-style:none;margin:0;padding:0}
li+li{border-top:1px solid var(--line)}
a{color:inherit;text-decoration:none}
li a{display:flex;gap:14px;align-items:flex-start;padding:12px 0;min-height:44px}
li a:hover b,p a:hover{text-decoration:underline}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:6px}
.leaf{flex:none;width:46px;padding:5px 0;border-radius:9px;background:var(--wash);color:var(--accent);text-align:center;font-variant-numeric:tabular-nums;line-height:1.15}
.leaf i{display:block;font-style:normal;font-size:.72em}.leaf span{font-size:1.25em;font-weight:650}
.what{min-width:0}.what b{display:block;font-weight:650}.what span{display:block;color:var(--ink-2);font-size:.89em}
.note{color:var(--bad)!important;font-weight:600}.off b{text-decoration:line-through}
p{margin:0;padding:12px 0}.empty{color:var(--ink-2)}
p a{display:inline-block;padding:4px 0;color:var(--accent);font-weight:600}
ul+p{border-top:1px solid var(--line)}`;

  const from = (document.currentScript as HTMLScriptElement | null)?.src;
  const home = from ? new URL(from).origin : location.origin;
  let sheet: CSSStyleSheet | undefined;

  function element<K extends keyof HTMLElementTagNameMap>(
    name: K,
    kind = "",
    ...children: (Node | string)[]
  ): HTMLElementTagNameMap[K] {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.append(...children);
    return made;
  }

  /** An address of the web, or none: what came from elsewhere is not run. */
  function link(href: string, kind: string, ...children: (Node | string)[]): HTMLAnchorElement {
    const made = element("a", kind, ...children);
    if (/^https?:\/\//.test(href)) made.href = href;
    return made;
  }

  function row(item: Item): HTMLLIElement {
    const leaf = element("span", "leaf", element("i", "", item.weekday), element("span", "", item.day));
    leaf.ariaHidden = "true";
    const title = element("b", "", item.title);
    title.dir = "auto";
    const when = element("time", "", item.when);
    when.dateTime = item.datetime;
    const what = element("span", "what", title, element("span", "", when));
    if (item.note) what.append(element("span", item.cancelled ? "note" : "", item.note));
    if (item.place) {
      const place = element("span", "", item.place);
      place.dir = "auto";
      what.append(place);
    }
    return element("li", "", link(item.url, item.cancelled ? "off" : "", leaf, what));
  }

  class TesseraEvents extends HTMLElement {
    static observedAttributes = ["host", "limit", "lang", "kinds", "category"];
    #asked = 0;
    #isWaiting = false;

    connectedCallback(): void {
      this.#soon();
    }

    attributeChangedCallback(): void {
      if (this.isConnected) this.#soon();
    }

    /** Once for all attributes that change together. */
    #soon(): void {
      if (this.#isWaiting) return;
      this.#isWaiting = true;
      queueMicrotask(() => {
        this.#isWaiting = false;
        this.#ask().catch(() => undefined);
      });
    }

    async #ask(): Promise<void> {
      const turn = ++this.#asked;
      const host = this.getAttribute("host") ?? "";
      const url = new URL("/embed/events.json", /^https?:\/\//.test(host) ? host : home);
      for (const name of ["limit", "lang", "kinds", "category"]) {
        const value = this.getAttribute(name);
        if (value) url.searchParams.set(name, value);
      }
      const answer = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer" });
      if (!answer.ok) return;
      const told = (await answer.json()) as Answer;
      if (turn === this.#asked && this.isConnected) this.#show(told);
    }

    #show(told: Answer): void {
      const section = element("section");
      section.lang = told.language;
      section.ariaLabel = told.title;
      if (told.items.length > 0) {
        const list = element("ul", "", ...told.items.map(row));
        list.role = "list";
        section.append(list);
      } else {
        section.append(element("p", "empty", told.empty));
      }
      section.append(element("p", "", link(told.all.url, "", told.all.label)));
      section.style.setProperty("--h", String(Number(told.hue) || 0));
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      if (!sheet) {
        // A sheet of its own needs no exception in the page's content security policy.
        sheet = new CSSStyleSheet();
        sheet.replaceSync(CSS);
      }
      root.adoptedStyleSheets = [sheet];
      root.replaceChildren(section);
      this.dispatchEvent(new Event("tessera-shown"));
    }
  }

  if (!customElements.get("tessera-events")) customElements.define("tessera-events", TesseraEvents);
})();
