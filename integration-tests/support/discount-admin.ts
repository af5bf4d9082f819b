import type { ArticleDiscountAnswer, CreateArticleDiscountInput } from "../../src/contracts/discounts/article-discounts"
import type { ArticleAnswer } from "../../src/contracts/discounts/articles"
import type { CreateOrderDiscountInput, OrderDiscountAnswer } from "../../src/contracts/discounts/order-discounts"
import type { RequestHeaders } from "./create-admin"
import { refusalOf } from "./refusal-of"
import type { TestStore } from "./store-test"

/** The Admin API of discounts as an admin uses it. */
export class DiscountAdmin {
  constructor(
    private readonly store: TestStore,
    private readonly headers: RequestHeaders,
  ) {}

  async get<Answer>(path: string): Promise<Answer> {
    return (await this.store.api.get<Answer>(`/admin/discounts/${path}`, this.headers)).data
  }

  async post<Answer>(path: string, body: object): Promise<Answer> {
    return (await this.store.api.post<Answer>(`/admin/discounts/${path}`, body, this.headers)).data
  }

  async delete<Answer>(path: string): Promise<Answer> {
    return (await this.store.api.delete<Answer>(`/admin/discounts/${path}`, this.headers)).data
  }

  async createArticleDiscount(body: CreateArticleDiscountInput): Promise<ArticleDiscountAnswer> {
    return (await this.post<{ article_discount: ArticleDiscountAnswer }>("article-discounts", body)).article_discount
  }

  async updateArticleDiscount(id: string, body: object): Promise<ArticleDiscountAnswer> {
    return (await this.post<{ article_discount: ArticleDiscountAnswer }>(`article-discounts/${id}`, body))
      .article_discount
  }

  async articleDiscount(id: string): Promise<ArticleDiscountAnswer> {
    return (await this.get<{ article_discount: ArticleDiscountAnswer }>(`article-discounts/${id}`)).article_discount
  }

  async createOrderDiscount(body: CreateOrderDiscountInput): Promise<OrderDiscountAnswer> {
    return (await this.post<{ order_discount: OrderDiscountAnswer }>("order-discounts", body)).order_discount
  }

  async article(level: string, id: string): Promise<ArticleAnswer> {
    return (await this.get<{ article: ArticleAnswer }>(`articles/${level}/${id}`)).article
  }

  /** The status and the message with which a request is refused. */
  async refused(path: string, body: object): Promise<{ status: number; message: string }> {
    const { status, message } = await refusalOf(this.post(path, body))
    return { status, message }
  }
}
