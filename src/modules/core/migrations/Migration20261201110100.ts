import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What every pass asks of a cart, with the records of its lines and the products on them: what a room's condition counts
 * is read in the same statement. It always answers one row.
 */
export class Migration20261201110100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`drop function if exists service_core_cart_facts(text);`)
    this.addSql(`create function service_core_cart_facts(asked_id text) returns table(records json, product_ids text[],
      email text, account_id text, bound_customer_id text, bound_by text) language plpgsql stable
      set plan_cache_mode = force_generic_plan as $$
      #variable_conflict use_column
      begin
        return query select
          (select json_agg(json_build_object('id', r.id, 'key', r.key, 'cart_id', r.cart_id,
              'line_item_id', r.line_item_id, 'room', r.room, 'kind', r.kind, 'parent_id', r.parent_id,
              'group_key', r.group_key, 'payload', r.payload, 'product_id', r.product_id,
              'variant_id', r.variant_id) order by r.created_at, r.id)
            from service_core_line_record r where r.cart_id = asked_id and r.deleted_at is null),
          coalesce((select array_agg(distinct item.product_id) from cart_line_item item
            where item.cart_id = asked_id and item.deleted_at is null and item.product_id is not null), '{}'),
          cart.email, account.id, buyer.customer_id, buyer.bound_by
        from (values (asked_id)) as asked (cart_id)
        left join cart on cart.id = asked.cart_id and cart.deleted_at is null and cart.completed_at is null
        left join customer as account
          on account.id = cart.customer_id and account.has_account and account.deleted_at is null
        left join service_core_cart_buyer as buyer on buyer.cart_id = asked.cart_id and buyer.deleted_at is null;
      end $$;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists service_core_cart_facts(text);`)
    this.addSql(`create function service_core_cart_facts(asked_id text) returns table(has_records boolean,
      email text, account_id text, bound_customer_id text, bound_by text) language plpgsql stable
      set plan_cache_mode = force_generic_plan as $$
      #variable_conflict use_column
      begin
        return query select
          exists (select 1 from service_core_line_record r where r.cart_id = asked_id and r.deleted_at is null),
          cart.email, account.id, buyer.customer_id, buyer.bound_by
        from (values (asked_id)) as asked (cart_id)
        left join cart on cart.id = asked.cart_id and cart.deleted_at is null and cart.completed_at is null
        left join customer as account
          on account.id = cart.customer_id and account.has_account and account.deleted_at is null
        left join service_core_cart_buyer as buyer on buyer.cart_id = asked.cart_id and buyer.deleted_at is null;
      end $$;`)
  }
}
