import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Target } from "../../../modules/discounts"
import { ALL_ARTICLES, targetKey, type AssignmentLevel } from "../../../rules/discounts"

const EVERYTHING = { level: "all", target_id: ALL_ARTICLES } as const
const isAll = (target: Target): boolean => targetKey(target) === targetKey(EVERYTHING)

/** The names of these targets, by `targetKey`. A target that does not exist is left out. */
export async function targetTitles(container: MedusaContainer, targets: Target[]): Promise<Map<string, string>> {
  const products = container.resolve(Modules.PRODUCT)
  const idsOf = (level: AssignmentLevel) => [
    ...new Set(targets.filter((target) => target.level === level).map((target) => target.target_id)),
  ]
  const read = async <Row extends { id: string }>(
    level: AssignmentLevel,
    list: (filters: { id: string[] }, config: { take: null }) => Promise<Row[]>,
    title: (row: Row) => string,
  ): Promise<[string, string][]> => {
    const id = idsOf(level)
    const rows = id.length ? await list({ id }, { take: null }) : []
    return rows.map((row) => [targetKey({ level, target_id: row.id }), title(row)])
  }
  const found = await Promise.all([
    read(
      "variant",
      (filters) =>
        products.listProductVariants(filters, { take: null, select: ["id", "title"], relations: ["product"] }),
      (variant) => [variant.product?.title, variant.title].filter(Boolean).join(" · "),
    ),
    read(
      "product",
      (filters) => products.listProducts(filters, { take: null, select: ["id", "title"] }),
      (product) => product.title,
    ),
    read(
      "collection",
      (filters) => products.listProductCollections(filters, { take: null, select: ["id", "title"] }),
      (collection) => collection.title,
    ),
    read(
      "category",
      (filters) => products.listProductCategories(filters, { take: null, select: ["id", "name"] }),
      (category) => category.name,
    ),
  ])
  const all = targets.some(isAll) ? [[targetKey(EVERYTHING), "All articles"] as [string, string]] : []
  return new Map([...found.flat(), ...all])
}
