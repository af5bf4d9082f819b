import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What every pass of a cart asks of discounts, as functions: the database keeps their plans. */
export class Migration20261129160002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create or replace function discounts_is_any_active() returns boolean
      language plpgsql stable set plan_cache_mode = force_generic_plan as $$
      begin
        return exists (select 1 from discounts_order_discount where is_active and deleted_at is null)
          or exists (select 1 from discounts_discount where is_active and deleted_at is null);
      end $$;`)
    this.addSql(`create or replace function discounts_is_cart_discounted(asked_cart text, asked_provider text)
      returns boolean language plpgsql stable set plan_cache_mode = force_generic_plan as $$
      begin
        return exists (select 1 from cart_line_item_adjustment a join cart_line_item i on i.id = a.item_id
          where i.cart_id = asked_cart and a.provider_id = asked_provider and a.deleted_at is null
            and i.deleted_at is null);
      end $$;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists discounts_is_cart_discounted(text, text);`)
    this.addSql(`drop function if exists discounts_is_any_active();`)
  }
}
