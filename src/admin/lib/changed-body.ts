import { changedFields } from "../../rules/versions"

/** The fields of a body that differ from what is stored: the others are not sent, so that they stay as they are. */
export function changedBody<Body extends object>(body: Body, stored: Body): Partial<Body> {
  const changed = changedFields(stored, body)
  return Object.fromEntries(Object.entries(body).filter(([field]) => changed.includes(field))) as Partial<Body>
}
