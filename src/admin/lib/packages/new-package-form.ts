import type { CreatePackageBody } from "../../../contracts/packages/packages"
import type { PackagePricing } from "../../../rules/packages"
import type { Option } from "../use-found"

export interface NewPackageForm {
  title: string
  categories: Option[]
  /** Empty: none. */
  type_id: string
  shipping_profile_id: string
  pricing: PackagePricing
}

export const emptyPackage: NewPackageForm = {
  title: "",
  categories: [],
  type_id: "",
  shipping_profile_id: "",
  pricing: "contents_all",
}

export const toCreatePackage = (form: NewPackageForm, salesChannelId: string | null): CreatePackageBody => ({
  product: {
    title: form.title.trim(),
    category_ids: form.categories.map(({ id }) => id),
    type_id: form.type_id || null,
    shipping_profile_id: form.shipping_profile_id || null,
    sales_channel_ids: salesChannelId ? [salesChannelId] : [],
  },
  package: { pricing: form.pricing },
})
