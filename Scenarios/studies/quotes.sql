-- Of the quotes that serve the shop (first reply within three minutes for 95 % of inquiries) and cost it at
-- most 90 % of what it pays elsewhere, the one that leaves the provider most: the shop's bill without the
-- wages of the pool's people for its part of the pool's inquiries (1,500 a day are the other shops').
-- Two seats a day for each agent, 6,500 yuan a month with what an employer pays on top (assumed).
WITH quotes AS (
  SELECT q.name AS shop,
         q."demand.daily_mean" AS inquiries_a_day,
         q."plans.quote.staffing.shared_pool.agents" AS pool_agents,
         q."plans.quote.contract.clauses[0].tiers" AS tiers,
         round(q.cost) AS bill,
         round(m.cost) AS elsewhere,
         round(q.cost - 2 * 6500 * q."plans.quote.staffing.shared_pool.agents"
           * q.arrivals / (q.arrivals + 31 * 1500)) AS margin,
         q.three_minute_reply_share AS in_three_minutes
  FROM results AS q JOIN results AS m ON m.point = q.point AND m.plan = 'market'
  WHERE q.plan = 'quote' AND q.three_minute_reply_share >= 0.95 AND q.cost <= 0.9 * m.cost
)
SELECT * FROM (
  SELECT *, row_number() OVER (PARTITION BY shop ORDER BY margin DESC, pool_agents, tiers) AS place
  FROM quotes
) WHERE place = 1 ORDER BY shop;
