import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * A booking counts while it is booked, and held until it expires. A hold for a period also counts as long as its cart has
 * become an order that is not bound to it yet: an event may be late, and nothing else in Medusa keeps the period free.
 */
const IS_LIVE = `(booking.deleted_at is null and (booking.state = 'booked' or (booking.state = 'held' and
  (booking.expires_at > now() or (booking.blocked_to is not null and exists (select 1 from cart
    where cart.id = booking.cart_id and cart.completed_at is not null))))))`

/** What every pass of a cart and every booking asks, as functions: the database keeps their plans. */
export class Migration20261129160000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create or replace function packages_has_package(asked_products text[]) returns boolean
      language plpgsql stable set plan_cache_mode = force_generic_plan as $$
      begin
        return exists (select 1 from packages_package where product_id = any(asked_products) and deleted_at is null)
          or exists (select 1 from packages_article where product_id = any(asked_products)
            and unit <> 'flat' and deleted_at is null);
      end $$;`)
    this.addSql(`create or replace function packages_needs_stock_guard(asked_cart text) returns boolean
      language plpgsql stable set plan_cache_mode = force_generic_plan as $$
      begin
        return exists (select 1 from (
            select kit.inventory_item_id, count(*) as lines
            from cart_line_item line
            join product_variant_inventory_item kit on kit.variant_id = line.variant_id and kit.deleted_at is null
            where line.cart_id = asked_cart and line.deleted_at is null
            group by kit.inventory_item_id) needed
          where needed.lines > 1
            or exists (select 1 from packages_booking booking
              where booking.inventory_item_id = needed.inventory_item_id and booking.state <> 'released')
            or exists (select 1 from product_variant_inventory_item kit
              where kit.inventory_item_id = needed.inventory_item_id and kit.deleted_at is null and (
                exists (select 1 from packages_entry entry where entry.variant_id = kit.variant_id)
                or exists (select 1 from packages_article article
                  where article.variant_id = kit.variant_id and article.unit in ('hour', 'day')))));
      end $$;`)
    this.addSql(`create or replace function packages_live_bookings(asked_items text[], asked_from timestamptz,
        asked_to timestamptz, asked_cart text, anew_order text, anew_lines text[])
      returns table(inventory_item_id text, location_id text, quantity text, blocked_from timestamptz,
        blocked_to timestamptz, cart_id text)
      language plpgsql stable set plan_cache_mode = force_generic_plan as $$
      #variable_conflict use_column
      begin
        return query select booking.inventory_item_id, booking.location_id, booking.quantity::text,
            booking.blocked_from, booking.blocked_to, booking.cart_id
          from packages_booking booking
          where booking.inventory_item_id = any(asked_items) and booking.state <> 'released' and ${IS_LIVE}
            and (booking.blocked_to is null or booking.blocked_to > coalesce(asked_from, now()))
            and (booking.blocked_from is null or booking.blocked_from < coalesce(asked_to, 'infinity'))
            and (asked_cart is null or booking.cart_id is distinct from asked_cart)
            and (booking.order_id is distinct from anew_order or not booking.order_line_id = any(anew_lines));
      end $$;`)
    this.addSql(`create or replace function packages_lock_stock(asked_items text[], asked_channels text[],
        asked_from timestamptz, asked_to timestamptz, asked_cart text, anew_order text, anew_lines text[])
      returns table(is_level boolean, inventory_item_id text, location_id text, quantity text,
        blocked_from timestamptz, blocked_to timestamptz, cart_id text)
      language plpgsql volatile set plan_cache_mode = force_generic_plan as $$
      #variable_conflict use_column
      begin
        return query select true, level.inventory_item_id, level.location_id,
            (level.stocked_quantity - level.reserved_quantity)::text, null::timestamptz, null::timestamptz, null::text
          from inventory_level level
          where level.inventory_item_id = any(asked_items) and level.deleted_at is null
            and (asked_channels is null or exists (select 1 from sales_channel_stock_location served
              where served.sales_channel_id = any(asked_channels)
                and served.stock_location_id = level.location_id and served.deleted_at is null))
          order by level.id for update of level;
        return query select false, live.*
          from packages_live_bookings(asked_items, asked_from, asked_to, asked_cart, anew_order, anew_lines) live;
      end $$;`)
    this.addSql(`create or replace function packages_replace_holds(asked_cart text, minutes integer, holds jsonb)
      returns void language plpgsql volatile set plan_cache_mode = force_generic_plan as $$
      begin
        delete from packages_booking where cart_id = asked_cart and state = 'held';
        insert into packages_booking (id, inventory_item_id, location_id, quantity, required_quantity, starts_at,
            ends_at, blocked_from, blocked_to, cart_id, line_item_id, state, expires_at)
          select hold.id, hold.inventory_item_id, hold.location_id, hold.quantity, hold.required_quantity,
            hold.starts_at, hold.ends_at, hold.blocked_from, hold.blocked_to, asked_cart, hold.line_item_id, 'held',
            now() + make_interval(mins => minutes)
          from jsonb_to_recordset(holds) hold (id text, inventory_item_id text, location_id text, quantity numeric,
            required_quantity numeric, starts_at timestamptz, ends_at timestamptz, blocked_from timestamptz,
            blocked_to timestamptz, line_item_id text);
      end $$;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists packages_replace_holds(text, integer, jsonb);`)
    this.addSql(
      `drop function if exists packages_lock_stock(text[], text[], timestamptz, timestamptz, text, text, text[]);`,
    )
    this.addSql(`drop function if exists packages_live_bookings(text[], timestamptz, timestamptz, text, text, text[]);`)
    this.addSql(`drop function if exists packages_needs_stock_guard(text);`)
    this.addSql(`drop function if exists packages_has_package(text[]);`)
  }
}
