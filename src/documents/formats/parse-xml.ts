/** An element without its prefix's meaning: names are compared as they are written. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

const TOKEN = /<\?[^]*?\?>|<!--[^]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/gy
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

/**
 * Reads an XML file of data: elements, attributes and text. There is no DTD, hence nothing that is fetched or expanded.
 * Throws SyntaxError where it is not well-formed.
 */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "" }
  const open = [root]
  TOKEN.lastIndex = xml.charCodeAt(0) === 0xfeff ? 1 : 0
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex
    const token = TOKEN.exec(xml)
    if (!token) {
      throw new SyntaxError(`XML is not well-formed at character ${at}`)
    }
    take(token, open)
  }
  const [only, ...others] = root.children
  if (open.length !== 1 || !only || others.length || root.text.trim()) {
    throw new SyntaxError("XML has one root element, which is closed")
  }
  return only
}

function take([whole, close, name, attributes = "", empty]: RegExpExecArray, open: XmlElement[]): void {
  const parent = open[open.length - 1]
  if (name === undefined) {
    if (parent && !whole.startsWith("<")) {
      parent.text += decoded(whole)
    }
    return
  }
  if (close) {
    if (open.length < 2 || parent?.name !== name || attributes || empty) {
      throw new SyntaxError(`</${name}> closes nothing`)
    }
    open.pop()
    return
  }
  const element: XmlElement = { name, attributes: readAttributes(attributes), children: [], text: "" }
  parent?.children.push(element)
  if (!empty) {
    open.push(element)
  }
}

const readAttributes = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = "", double, single]) => [name, decoded(double ?? single ?? "")]),
  )

const decoded = (text: string): string =>
  text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, code: string) =>
    code.startsWith("#")
      ? String.fromCodePoint(Number(code[1]?.toLowerCase() === "x" ? `0${code.slice(1)}` : code.slice(1)))
      : (ENTITIES[code] ?? whole),
  )
