import {
  beginReceiveReturnWorkflow,
  beginReturnOrderWorkflow,
  confirmReturnReceiveWorkflow,
  confirmReturnRequestWorkflow,
  receiveItemReturnRequestWorkflow,
  requestItemReturnWorkflow,
} from "@medusajs/medusa/core-flows"
import type { TestStore } from "./store-test"

export interface GivenBack {
  orderId: string
  items: { id: string; quantity: number }[]
  /** Where it comes back to; left out: nowhere that counts it. */
  locationId?: string
}

/** A return of fulfilled lines, from its request until it is received. */
export async function giveBack(store: TestStore, { orderId, items, locationId }: GivenBack): Promise<void> {
  const container = store.container()
  const { result } = await beginReturnOrderWorkflow(container).run({
    input: { order_id: orderId, ...(locationId === undefined ? {} : { location_id: locationId }) },
  })
  const return_id = result.return_id ?? ""
  await requestItemReturnWorkflow(container).run({ input: { return_id, items } })
  await confirmReturnRequestWorkflow(container).run({ input: { return_id } })
  await beginReceiveReturnWorkflow(container).run({ input: { return_id } })
  await receiveItemReturnRequestWorkflow(container).run({ input: { return_id, items } })
  await confirmReturnReceiveWorkflow(container).run({ input: { return_id } })
  await store.settled()
}
