import type { CreateProductWorkflowInputDTO } from "@medusajs/framework/types"
import type { CreatePackageProduct } from "../../../contracts/packages/packages"

const OPTION = "Package"
const VALUE = "Package"

/** The product of a new package: one variant without stock of its own, as its contents have theirs (P18). */
export const packageProduct = ({
  title,
  subtitle,
  description,
  status,
  type_id,
  collection_id,
  shipping_profile_id,
  category_ids,
  tag_ids,
  sales_channel_ids,
}: CreatePackageProduct): CreateProductWorkflowInputDTO => ({
  title,
  subtitle: subtitle ?? null,
  description: description ?? null,
  status,
  type_id: type_id ?? null,
  collection_id: collection_id ?? null,
  ...(shipping_profile_id ? { shipping_profile_id } : {}),
  category_ids,
  tag_ids,
  sales_channels: sales_channel_ids.map((id) => ({ id })),
  options: [{ title: OPTION, values: [VALUE] }],
  variants: [{ title: VALUE, options: { [OPTION]: VALUE }, manage_inventory: false, prices: [] }],
})
