import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { CartLine, LineProduct } from "../../../rules/cart"
import { refuse } from "../../errors/refuse"

/** The line of a package before Medusa makes it: its words and its price are Medusa's to give. */
export async function newPackageLine(
  container: MedusaContainer,
  { variantId, quantity }: { variantId: string; quantity: number },
): Promise<CartLine & { productId: string }> {
  const [variant] = await container
    .resolve(Modules.PRODUCT)
    .listProductVariants({ id: variantId }, { relations: ["product"], take: 1 })
  const product = variant?.product ?? refuse("variant_id", "There is no such variant")
  return { ...UNKNOWN_LINE, productId: product.id, variantId, quantity, title: product.title }
}

const NO_PRODUCT: LineProduct = {
  thumbnail: null,
  product_title: null,
  product_description: null,
  product_subtitle: null,
  product_type: null,
  product_type_id: null,
  product_collection: null,
  product_handle: null,
  variant_title: null,
}

/** What Medusa says of a line that it makes. */
export const UNKNOWN_LINE: CartLine = {
  id: "new",
  createdAt: "",
  productId: null,
  variantId: null,
  quantity: 1,
  unitPrice: "0",
  compareAtPrice: null,
  isTaxInclusive: false,
  isCustomPrice: false,
  isDiscountable: true,
  requiresShipping: false,
  taxRate: "0",
  title: "",
  subtitle: null,
  metadata: null,
  product: NO_PRODUCT,
  place: null,
  adjustments: [],
}
