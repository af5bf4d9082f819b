import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** `hold_is_served`: when what a hold keeps is there. */
const stocksOf = (hold_is_served: string): string => `create or replace function provisioning_stocks_of(
      asked_products text[], but_of_cart text)
      returns table(product_id text, stock integer, taken integer) language plpgsql stable as $$
      #variable_conflict use_column
      begin
        return query select k.product_id, k.stock, (
          (select count(*) from provisioning_service s where s.product_id = k.product_id and s.remote <> 'terminated'
             and s.deleted_at is null)
          + coalesce((select sum(h.quantity) from provisioning_hold h
             left join order_cart oc on oc.cart_id = h.cart_id and oc.deleted_at is null
             where h.product_id = k.product_id and h.cart_id is distinct from but_of_cart and h.deleted_at is null
               and (h.expires_at > now() or (oc.order_id is not null and h.created_at > now() - interval '1 day'))
               and not exists (select 1 from provisioning_service s where s.order_id = coalesce(oc.order_id, h.cart_id)
                 and s.product_id = h.product_id and s.deleted_at is null and s.created_at >= h.created_at)${hold_is_served}
            ), 0))::integer
          from provisioning_stock k where k.product_id = any(asked_products) and k.deleted_at is null
          order by k.product_id;
      end $$;`

const SUBSCRIPTION_HAS_THEM = `
               and (h.units is null or h.units > (select count(*) from provisioning_service s
                 where s.subscription_id = h.cart_id and s.product_id = h.product_id and s.deleted_at is null
                   and (s.remote <> 'terminated' or s.is_ended)))`

/** A subscription that is changed holds what it is to have, by its own id, until it has so many services (S9). */
export class Migration20261201150000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "provisioning_hold" add column if not exists "units" integer null;`)
    this.addSql(`alter table "provisioning_hold" add constraint "provisioning_hold_units_check" check (units > 0);`)
    this.addSql(stocksOf(SUBSCRIPTION_HAS_THEM))
  }

  override async down(): Promise<void> {
    this.addSql(stocksOf(""))
    this.addSql(`alter table "provisioning_hold" drop constraint if exists "provisioning_hold_units_check";`)
    this.addSql(`alter table "provisioning_hold" drop column if exists "units";`)
  }
}
