import { makeAisleChat } from './aisle-chat.js';
import answer from './answer.css' with { type: 'css' };
import base from './base.css' with { type: 'css' };
import panel from './panel.css' with { type: 'css' };
import proofs from './proofs.css' with { type: 'css' };
import sourceDialog from './source-dialog.css' with { type: 'css' };
import theme from './theme.css' with { type: 'css' };
import widget from './widget.css' with { type: 'css' };

/**
 * Where this file is from. `import.meta` would say so too, but a classic script that has it does not run at all; and in a module
 * `document.currentScript` is null. The first frame of a stack is this file in all browsers.
 */
const ownAddress =
  document.currentScript?.src ||
  /https?:\/\/\S+?(?=:\d+:\d+)/.exec(new Error().stack ?? '')?.[0] ||
  [...document.scripts].find(({ src }) => /\/widget\.js(\?|$)/.test(src))?.src ||
  document.baseURI;
const rebuilt = ['store', 'key', 'locale', 'market', 'heading', 'service'];
const fromTag = ['store', 'key', 'locale', 'market', 'theme', 'placement', 'service'];

/** `<aisle-chat store="…" key="pk_…">`: see docs/widget.md. */
class AisleChat extends HTMLElement {
  static observedAttributes = rebuilt;
  #root = this.attachShadow({ mode: 'open' });
  #chat = null;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [theme, base, answer, proofs, sourceDialog, panel, widget];
  }

  connectedCallback() {
    const around = this.parentElement ?? this.getRootNode().host;
    this.style.setProperty('--unzoom', 1 / (around?.currentCSSZoom || 1));
    const service = new URL(this.getAttribute('service') ?? '.', ownAddress);
    this.#chat = makeAisleChat(this, this.#root, service.href.replace(/\/?$/, '/'));
  }

  disconnectedCallback() {
    this.#chat?.dispose();
    this.#chat = null;
  }

  attributeChangedCallback(_name, before, after) {
    if (this.#chat === null || before === after) return;
    this.disconnectedCallback();
    this.connectedCallback();
  }

  /** Opens the panel. */
  open() {
    this.#chat?.open();
  }

  /** Closes the panel. */
  close() {
    this.#chat?.close();
  }

  /** Opens the panel and asks. Resolves when the answer has ended. */
  async ask(question) {
    await this.#chat?.ask(question);
  }
}

function begin() {
  const tag = [...document.scripts].find(({ src }) => src === ownAddress);
  if (tag && !document.querySelector('aisle-chat')) addFromTag(tag);
}

function addFromTag(tag) {
  const chat = document.createElement('aisle-chat');
  for (const name of fromTag) if (tag.dataset[name] !== undefined) chat.setAttribute(name, tag.dataset[name]);
  if (tag.dataset.title !== undefined) chat.setAttribute('heading', tag.dataset.title);
  // Beside `body`: what zooms, moves or replaces that leaves the chat alone.
  document.documentElement.append(chat);
}

if (!customElements.get('aisle-chat')) {
  // A length of the element's own in place of `rem`, which is the shop's page's.
  CSS.registerProperty?.({ name: '--aisle-rem', syntax: '<length>', inherits: true, initialValue: '16px' });
  customElements.define('aisle-chat', AisleChat);
  // A script with `async` may be here before the page is.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
  globalThis.aisle ??= {
    open: () => document.querySelector('aisle-chat')?.open(),
    close: () => document.querySelector('aisle-chat')?.close(),
    ask: (question) => document.querySelector('aisle-chat')?.ask(question),
  };
}
