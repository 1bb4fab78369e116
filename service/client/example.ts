import { AisleProblem } from './aisle-problem.ts';
import { makeClient } from './make-client.ts';

// npm run example -- http://localhost:8787 "Can I return a worn jacket?" [KEY]
const [baseUrl = 'http://localhost:8787', question = 'Can I return a worn jacket?', key] =
  process.argv.slice(2);
const client = makeClient({ baseUrl, ...(key !== undefined && { key }) });

try {
  for await (const event of client.streamAnswer({ question })) {
    if (event.type === 'delta') process.stdout.write(event.text);
    if (event.type !== 'done') continue;
    const { id, citations, handoff } = event.response;
    console.log();
    for (const { id: mark, quote, title, link, documentId, start, end } of citations) {
      // Nobody has to take a quote on trust: it is a slice of the text that the store's page had.
      const { text } = await client.document(documentId, { store: event.response.store });
      const proof = text.slice(start, end) === quote ? 'checked' : 'NOT on the page as it is now';
      console.log(`[${mark}] “${quote}” (${proof})\n    ${title}: ${link}`);
    }
    if (handoff) console.log(handoff.message);
    await client.feedback({ answerId: id, rating: 'up' });
  }
} catch (error) {
  if (!(error instanceof AisleProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
