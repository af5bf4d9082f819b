import type { RequestHeaders } from "./create-admin"
import type { World } from "./create-world"
import type { TestStore } from "./store-test"
import { testAddress } from "./test-address"

export interface AdminLine {
  id: string
  title: string
  quantity: number
  unit_price: number
  total: number
  adjustments: {
    amount: number
    code?: string | null
    description?: string | null
    provider_id?: string | null
  }[]
  actions?: { id: string; action: string }[]
}

export interface AdminOrder {
  id: string
  version: number
  total: number
  items: AdminLine[]
  summary: { pending_difference: number; current_order_total: number }
}

type Item = { variant_id: string; quantity: number; unit_price?: number }

const FIELDS = "fields=+total,+version,*summary,*items,*items.adjustments"

/** An admin who makes drafts and edits orders, by Medusa's own Admin API alone. */
export class DraftClient {
  constructor(
    private readonly store: TestStore,
    private readonly world: World,
    private readonly request: RequestHeaders = world.adminHeaders,
  ) {}

  send = async (path: string, body: object = {}) =>
    (await this.store.api.post(`/admin${path}`, body, this.request)).data
  drop = async (path: string, data?: object) =>
    (await this.store.api.delete(`/admin${path}`, { ...this.request, data })).data

  create = async (body: { items?: Item[]; customer_id?: string; promo_codes?: string[] } = {}): Promise<AdminOrder> => {
    const places = { region_id: this.world.regions.eur.id, sales_channel_id: this.world.salesChannelId }
    const address = { shipping_address: testAddress(), billing_address: testAddress(), email: "clara@test.example" }
    return (await this.send(`/draft-orders?${FIELDS}`, { ...places, ...address, ...body })).draft_order
  }
  readDraft = async (id: string): Promise<AdminOrder> =>
    (await this.store.api.get(`/admin/draft-orders/${id}?${FIELDS}`, this.request)).data.draft_order
  read = async (id: string): Promise<AdminOrder> =>
    (await this.store.api.get(`/admin/orders/${id}?${FIELDS}`, this.request)).data.order

  private draft = async (id: string, path: string, body?: object): Promise<AdminOrder> =>
    (await this.send(`/draft-orders/${id}/edit${path}`, body)).draft_order_preview
  beginDraft = (id: string) => this.draft(id, "")
  addToDraft = (id: string, ...items: Item[]) => this.draft(id, "/items", { items })
  changeDraft = (id: string, lineId: string, quantity: number) => this.draft(id, `/items/item/${lineId}`, { quantity })
  promoteDraft = (id: string, ...promo_codes: string[]) => this.draft(id, "/promotions", { promo_codes })
  demoteDraft = async (id: string, ...promo_codes: string[]): Promise<AdminOrder> =>
    (await this.drop(`/draft-orders/${id}/edit/promotions`, { promo_codes })).draft_order_preview
  takeBackFromDraft = async (id: string, actionId: string): Promise<AdminOrder> =>
    (await this.drop(`/draft-orders/${id}/edit/items/${actionId}`)).draft_order_preview
  confirmDraft = (id: string) => this.draft(id, "/confirm")
  convert = async (id: string): Promise<AdminOrder> => {
    const { order } = await this.send(`/draft-orders/${id}/convert-to-order?${FIELDS}`)
    await this.store.settled()
    return order
  }

  private edit = async (id: string, path: string, body?: object): Promise<AdminOrder> =>
    (await this.send(`/order-edits/${id}${path}`, body)).order_preview
  beginEdit = (order_id: string) => this.send("/order-edits", { order_id })
  add = (id: string, ...items: Item[]) => this.edit(id, "/items", { items })
  change = (id: string, lineId: string, quantity: number) => this.edit(id, `/items/item/${lineId}`, { quantity })
  takeBack = async (id: string, actionId: string): Promise<AdminOrder> =>
    (await this.drop(`/order-edits/${id}/items/${actionId}`)).order_preview
  preview = async (id: string): Promise<AdminOrder> =>
    (await this.store.api.get(`/admin/orders/${id}/preview`, this.request)).data.order
  requestEdit = (id: string) => this.edit(id, "/request")
  confirm = (id: string) => this.edit(id, "/confirm")
}
