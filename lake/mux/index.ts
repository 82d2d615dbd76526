/**
 * Any number of event streams over one WebSocket. A browser opens at most six HTTP/1.1 connections to a host, and the
 * Studio needs six event streams for one list and one form, so a second tab would wait forever.
 *
 * **Protocol.** Each message is one JSON object, in both directions; `id` is a number that the client chooses and that
 * no open stream uses.
 *
 * | client sends | meaning |
 * |---|---|
 * | `{"id":1,"open":"/vX/data/listen/production?query=…"}` | GET this path (listen and live only) with the access of the socket |
 * | `{"id":1,"close":true}` | abort it; nothing more is sent for the id, except what was already on its way |
 *
 * | server sends | meaning |
 * |---|---|
 * | `{"id":1,"status":200,"headers":{"content-type":"text/event-stream"}}` | the head of the response, once and first |
 * | `{"id":1,"chunk":"event: welcome\n…"}` | the next part of the body, as text |
 * | `{"id":1,"end":true}` | the body is complete; with `"error":"…"` it broke off |
 *
 * A refused path gets a response as well: status 400, 403 or 429, a chunk of JSON, end. A message that violates the
 * protocol closes the socket with code 1008 and the reason. The server pings every 15 seconds and drops a socket that
 * does not answer three pings.
 *
 * **Back-pressure.** A stream is read only as fast as the socket sends. If it falls too far behind, the listener ends
 * it (lake/listen/), and the client opens it again as after any lost connection.
 */
export {serveMux} from './session.ts'
export {attachSockets} from './upgrade.ts'

/** Path of the endpoint. */
export const MUX_PATH = '/mux'
