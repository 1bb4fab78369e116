/** Of the HTTP API. It is raised when something that clients rely on is taken away or changed: `npm run contract`. */
export const API_VERSION = '1';
