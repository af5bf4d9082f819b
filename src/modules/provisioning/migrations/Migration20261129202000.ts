import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null`

/** The stock of services (S9): how many of a product there may be, and what carts hold of it while they become orders. */
export class Migration20261129202000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "provisioning_stock" (
      "id" text not null, "product_id" text not null, "stock" integer not null, ${TIMES},
      constraint "provisioning_stock_pkey" primary key (id),
      constraint "provisioning_stock_stock_check" check (stock >= 0));`)
    this.addSql(`create unique index if not exists "IDX_provisioning_stock_product_id" on "provisioning_stock"
      (product_id);`)
    this.addSql(`create table if not exists "provisioning_hold" (
      "id" text not null, "cart_id" text not null, "product_id" text not null, "quantity" integer not null,
      "expires_at" timestamptz not null, ${TIMES},
      constraint "provisioning_hold_pkey" primary key (id),
      constraint "provisioning_hold_quantity_check" check (quantity > 0));`)
    this.addSql(`create unique index if not exists "IDX_provisioning_hold_cart_id" on "provisioning_hold"
      (cart_id, product_id);`)
    for (const column of ["product_id", "expires_at"]) {
      this.addSql(`create index if not exists "IDX_provisioning_hold_${column}" on "provisioning_hold" (${column});`)
    }
    this.addSql(`create index if not exists "IDX_provisioning_service_stock" on "provisioning_service" (product_id)
      where ((remote <> 'terminated') and (deleted_at is null));`)
    this.hasStock()
    this.stocks()
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists provisioning_stocks_of(text[], text);`)
    this.addSql(`drop function if exists provisioning_has_stock(text[]);`)
    this.addSql(`drop index if exists "IDX_provisioning_service_stock";`)
    this.addSql(`drop table if exists "provisioning_hold" cascade;`)
    this.addSql(`drop table if exists "provisioning_stock" cascade;`)
  }

  /** What every cart asks: a function, which keeps its plan. */
  private hasStock(): void {
    this.addSql(`create or replace function provisioning_has_stock(asked_products text[]) returns boolean
      language plpgsql stable set plan_cache_mode = force_generic_plan as $$
      begin
        return exists (select 1 from provisioning_stock where product_id = any(asked_products) and deleted_at is null);
      end $$;`)
  }

  /**
   * The stock of products, and what is taken of it, in one statement: services that are not over, and holds of other carts whose
   * services are not there yet. A hold counts until it expires; where an order came of its cart, for a day at the most. A draft
   * holds by its own id.
   */
  private stocks(): void {
    this.addSql(`create or replace function provisioning_stocks_of(asked_products text[], but_of_cart text)
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
                 and s.product_id = h.product_id and s.deleted_at is null)), 0))::integer
          from provisioning_stock k where k.product_id = any(asked_products) and k.deleted_at is null
          order by k.product_id;
      end $$;`)
  }
}
