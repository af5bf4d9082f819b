import { model } from "@medusajs/framework/utils"

/** One row of a rate table, of a package or of an article (P5). */
export const Rate = model
  .define("packages_rate", {
    id: model.id({ prefix: "prat" }).primaryKey(),
    /** One of the two is set. */
    package_id: model.text().nullable(),
    article_id: model.text().nullable(),
    currency_code: model.text(),
    /** Days or hours; null: each further one. */
    duration: model.number().nullable(),
    /** Exact: a numeric column, read and written as a decimal string. */
    price: model.text(),
  })
  .indexes([
    { name: "IDX_packages_rate_package_id", on: ["package_id"], where: "package_id IS NOT NULL" },
    { name: "IDX_packages_rate_article_id", on: ["article_id"], where: "article_id IS NOT NULL" },
  ])
