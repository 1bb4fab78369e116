import { renameSync, rmSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';

/**
 * PostgreSQL's own default, 128 MB, is resident from the start; a store of 20,000 passages fits in less than this with its
 * indexes' hot pages, and the operating system caches the rest.
 */
const SHARED_BUFFERS = 'shared_buffers = 32MB';

// Run as a process of its own, with the folder as argument: making a database leaves 150 MB behind in whoever does it.
// It comes into being under another name, so that a half-made one is never opened.
const [folder = ''] = process.argv.slice(2);
const unfinished = `${folder}.new`;
rmSync(unfinished, { recursive: true, force: true });
const db = await PGlite.create(unfinished, { extensions: { vector }, postgresqlconf: [SHARED_BUFFERS] });
await db.close();
renameSync(unfinished, folder);
