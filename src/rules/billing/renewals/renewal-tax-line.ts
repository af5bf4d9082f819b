/** A tax line as an order's line takes it; `rate` in percent. */
export interface RenewalTaxLine {
  code: string
  rate: number
  description?: string
  tax_rate_id?: string
  provider_id?: string
}
