// The frame: navigation, and the page that the URL names.
import { html, render, useEffect, useState } from './lib/ui.js';
import { link, useRoute } from './lib/router.js';
import { listen } from './lib/keys.js';
import { find } from './lib/api.js';
import { useLoad } from './lib/load.js';
import { Dialog } from './parts/dialog.js';
import { Empty } from './parts/small.js';
import { Now } from './pages/now.js';
import { Conversations } from './pages/conversations.js';
import { Conversation } from './pages/conversation.js';
import { Stuck } from './pages/stuck.js';
import { DeadLetters } from './pages/deadletters.js';
import { Processes } from './pages/processes.js';
import { Process } from './pages/process.js';
import { Directory } from './pages/directory.js';
import { Operation } from './pages/operation.js';
import { Mailboxes, Mailbox } from './pages/mailboxes.js';
import { Pools, Pool } from './pages/pools.js';
import { Topics, Topic } from './pages/topics.js';
import { Slips } from './pages/slips.js';

/** Pages by the first segment: title, list, one of it. */
const PAGES = {
  now: ['Now', Now], conversations: ['Conversations', Conversations, Conversation], stuck: ['Stuck', Stuck], 'dead-letters': ['Dead letters', DeadLetters],
  processes: ['Processes', Processes, Process], directory: ['Directory', Directory, Operation], mailboxes: ['Mailboxes', Mailboxes, Mailbox],
  pools: ['Pools', Pools, Pool], topics: ['Topics', Topics, Topic], slips: ['Slips', Slips],
};
const KEYS = [['/', 'search'], ['j, k', 'next, previous row'], ['Enter', 'open it'], ['x', 'select it'], ['g n', 'Now'], ['g c', 'Conversations'], ['g s', 'Stuck'], ['g d', 'Dead letters'],
  ['g p', 'Processes'], ['g o', 'Directory of operations'], ['g m', 'Mailboxes'], ['g r', 'Pools of resources'], ['g t', 'Topics'], ['g l', 'Slips'], ['Esc', 'leave a field, close'], ['?', 'this']];

function Console() {
  const { path, query } = useRoute();
  const [help, setHelp] = useState(false);
  const start = useLoad((signal) => find('', { signal }), [], { every: 30_000 });
  useEffect(() => listen(() => setHelp(true)), []);
  const [name = 'now', ...rest] = path;
  const [title, List, One] = PAGES[name] || [];
  const item = rest.join('/');
  useEffect(() => {
    document.title = `${item || title || 'Nothing'} · Parley`;
    window.scrollTo(0, 0);
  }, [name, item]);
  const Page = /^\.{1,2}$/.test(item) ? undefined : item && One ? One : List;
  return html`<a class="skip" href="#main" onClick=${(e) => { e.preventDefault(); document.getElementById('main').focus(); }}>To the content</a>
    <nav class="side" aria-label="Pages"><a class="brand" href=${link('now')}>Parley</a>
      ${Object.entries(PAGES).map(([key, [text]]) => html`<a href=${link(key)} aria-current=${key === name ? 'page' : undefined}>${text}</a>`)}
      <span class="gap"></span><button type="button" class="quiet" onClick=${() => setHelp(true)}>Keys <kbd>?</kbd></button>
      ${start.data && html`<small class="faint">${start.data.caller.name}, ${start.data.caller.operator ? 'operator' : 'participant'}<br />Parley ${start.data.version}</small>`}</nav>
    <main id="main" tabindex="-1">${start.error && html`<p class="failure" role="status">${start.error.message}</p>`}
      ${start.data === undefined && !start.error ? html`<${Empty}>…<//>` : Page ? html`<${Page} key=${name + '/' + item} name=${item} query=${query} start=${start.data} />` : html`<${Empty}>There is no such page.<//>`}</main>
    ${help && html`<${Dialog} title="Keys" onClose=${() => setHelp(false)}><dl class="keys">${KEYS.map(([key, text]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${text}</dd></div>`)}</dl>
      <footer><button type="button" onClick=${() => setHelp(false)}>Close</button></footer><//>`}`;
}

const place = document.getElementById('console');
place.replaceChildren();
render(html`<${Console} />`, place);
