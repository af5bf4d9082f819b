const OLD = /(?:^|[.;] )version: \d+ is old: (.+?) changed since/

/** What the server says was changed since the form was opened, empty where it cannot name it; null where it refused for another reason. */
export function changedSince(message: string): string[] | null {
  const [, fields] = OLD.exec(message) ?? []
  if (fields === undefined) {
    return null
  }
  return fields === "the record" ? [] : fields.split(", ")
}
