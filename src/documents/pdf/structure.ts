/** An element of the document's structure, by which screen readers read it. */
type Element = PDFKit.Mixins.PDFMarking extends { struct(...args: never[]): infer Made } ? Made : never

/** What a document is made of: each thing that is drawn stands in an element, or is an artifact of the page. */
export class Structure {
  readonly #doc: PDFKit.PDFDocument
  readonly #open: Element[]

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc
    const root = doc.struct("Document")
    doc.addStructure(root)
    this.#open = [root]
  }

  /** An element that holds others. */
  group(tag: string, draw: () => void): void {
    const element = this.#add(this.#doc.struct(tag))
    this.#open.push(element)
    draw()
    this.#open.pop()
    element.end()
  }

  /** An element with what is drawn in it, on this page. */
  leaf(tag: string, draw: () => void, options: { alt?: string; scope?: "Column" } = {}): void {
    const element = this.#add(this.#doc.struct(tag, options))
    const content = this.#doc.markStructureContent(tag)
    draw()
    this.#doc.endMarkedContent()
    element.add(content)
    element.end()
  }

  /** Lines, colours and what each page repeats: screen readers leave them out. */
  artifact(draw: () => void): void {
    this.#doc.markContent("Artifact", { type: "Layout" })
    draw()
    this.#doc.endMarkedContent()
  }

  end(): void {
    this.#open[0]?.end()
  }

  #add(element: Element): Element {
    this.#open[this.#open.length - 1]?.add(element)
    return element
  }
}
