import type { OutsideStatus } from "../../src/provisioning-providers"
import { FakeOutside, type Answered, type Asked } from "./fake-outside"

/** What the guide's example delivers to. */
export class FakeBoxes {
  readonly boxes = new Map<string, OutsideStatus>()
  readonly outside = new FakeOutside(
    (asked) => this.answer(asked),
    ({ method }) => method === "GET",
  )

  count = (reference: string): number => (this.boxes.has(reference) ? 1 : 0)
  status = (reference: string): OutsideStatus => this.boxes.get(reference) ?? "terminated"

  private answer({ method, path }: Asked): Answered {
    const [, , reference = "", action] = path.split("/")
    if (method === "PUT") {
      this.boxes.set(reference, this.boxes.get(reference) ?? "active")
      return { status: 200, body: { address: `${reference}.boxes.example` } }
    }
    if (!this.boxes.has(reference)) {
      return { status: reference ? 404 : 200 }
    }
    if (method === "DELETE") {
      this.boxes.delete(reference)
      return { status: 204 }
    }
    if (action) {
      this.boxes.set(reference, action === "suspend" ? "suspended" : "active")
    }
    return { status: 200, body: { status: this.status(reference), address: `${reference}.boxes.example` } }
  }
}
