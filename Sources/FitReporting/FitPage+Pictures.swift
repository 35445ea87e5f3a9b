// SPDX-License-Identifier: GPL-3.0-or-later

import DemandFitting
import Reporting

extension FitPage {
  func pictures(_ body: inout Markup) {
    demand(&body)
    doubts(&body)
    service(&body)
  }

  private var observed: String { words.say("counted", "实际") }
  private var fitted: String { words.say("fitted mean", "拟合均值") }
  private var band: String { words.say("80% band", "80% 区间") }
  private var announced: String { words.say("announced day", "公告日") }

  /// The key of surprises, where there are any.
  private var surprises: [LegendKey] {
    report.diagnostics.days.contains(where: \.isSurprise)
      ? [LegendKey(words.say("surprise", "异常"), series: 1, mark: .dots)] : []
  }

  private func demand(_ body: inout Markup) {
    let diagnostics = report.diagnostics
    let three = [
      LegendKey(observed, series: 6, mark: .dots), LegendKey(fitted, series: 0),
      LegendKey(band, series: 0, mark: .area),
    ]
    body.picture(
      words.say("The history day by day", "逐日历史"),
      HistoryChart(diagnostics: diagnostics, words: words).markups,
      caption: words.say(
        "The fitted mean is that of ordinary busyness: level, season, week and announced days (shaded). "
          + "Eight of ten days should lie in the band. Days beyond the upper edge are drawn at it. Days "
          + "known in part are compared with the fit to the part.",
        "拟合均值为一般忙碌程度下的水平、季节、星期与公告日（阴影）之和。十天中应有八天落在区间内；超出上缘的日子画在边缘处。"
          + "只有部分时段的日子与对应部分的拟合比较。"),
      keys: three + surprises)
    body.picture(
      words.say("A week as it was", "真实的一周"),
      WeekChart(diagnostics: diagnostics, words: words).example.map { [$0] } ?? [],
      caption: words.say(
        "The whole week without announced days that strays from the fit as a median week does; "
          + "\(words.perInterval(diagnostics.interval)).",
        "不含公告日、偏离程度居中的完整一周；\(words.perInterval(diagnostics.interval))。"),
      keys: three)
    body.picture(
      words.say("The hours of each weekday", "每个星期几的时段分布"),
      WeekChart(diagnostics: diagnostics, words: words).average.map { [$0] } ?? [],
      caption: words.say(
        "Means over the same days, those far off left out. Where days are few the fit borrows from weekdays "
          + "that look alike and from neighbouring intervals; recent days count more.",
        "同样日子的均值，不含偏离很大的日子。数据少时，拟合借用相似的星期几与相邻时段；近期的日子权重更大。"),
      keys: Array(three.prefix(2)))
    body.picture(
      words.say("The weekdays", "星期几的影响"),
      EffectChart(effects: diagnostics.weekdays, words: words).markup.map { [$0] } ?? [],
      caption: words.say(
        "Factor of each weekday against the week's mean: line 95% interval, box the middle two thirds; "
          + "dot: the median of what was counted over the fit without the weekday.",
        "各星期几相对一周均值的系数：线为 95% 区间，盒为中间三分之二；点为实际与不含该效应的拟合之比的中位数。"), keys: effectKeys)
    body.picture(
      words.say("Holidays, promotions and other announced days", "节假日、促销及其他公告日"),
      EffectChart(effects: diagnostics.events, words: words).markup.map { [$0] } ?? [],
      caption: words.say(
        "Factor on the day's mean, read as above; the number of days behind it in brackets. A kind's rows "
          + "say what to expect of its next day; a name's row is what its own days did.",
        "对当日均值的系数，读法同上；括号内为依据的天数。种类行说明同类下一天的预期，名称行为该名称日子的实际表现。"), keys: effectKeys)
  }

  private var effectKeys: [LegendKey] {
    [
      LegendKey(words.say("fitted factor", "拟合的系数"), series: 0, mark: .bar),
      LegendKey(
        words.say("counted over the fit without it", "实际 ÷ 不含该效应的拟合"), series: 1,
        mark: .dots),
    ]
  }

  private func doubts(_ body: inout Markup) {
    let diagnostics = report.diagnostics
    body.picture(
      words.say("Residuals over time", "残差随时间的变化"),
      ResidualChart(diagnostics: diagnostics, words: words).markup.map { [$0] } ?? [],
      caption: words.say(
        "Each day's distance to the fit in standard deviations; beyond ±5 it is drawn at the edge. Nothing "
          + "but noise should be left: no slope, no wave, no week. Upright lines are shifts of the level.",
        "每天与拟合的距离，以标准差计；超过 ±5 画在边缘。应当只剩噪声：没有趋势、波动或周期。竖线为水平变化。"),
      keys: [
        LegendKey(words.say("ordinary day", "普通日"), series: 6, mark: .dots)
      ]
        + (diagnostics.days.contains { !$0.events.isEmpty }
          ? [LegendKey(announced, series: 0, mark: .dots)] : []) + surprises)
    body.picture(
      words.say("Memory of the residuals", "残差的记忆"),
      CorrelationChart(lags: diagnostics.autocorrelation, words: words).markup.map { [$0] } ?? [],
      caption: words.say(
        "Correlation of days so many days apart. The line is what the fitted day factor lets expect; dashed "
          + "lines hold 95% of what days without memory show. A high bar at 7 would be a week not understood.",
        "相隔若干天的日子之间的相关。折线为拟合的日因子所预期；虚线之间为无记忆时 95% 的范围。第 7 天若高，说明星期效应未被掌握。"),
      keys: [
        LegendKey(words.say("residuals", "残差"), series: 6, mark: .bar),
        LegendKey(words.say("day factor", "日因子"), series: 0),
      ])
    body.picture(
      words.say("Dispersion", "离散程度"),
      DispersionChart(dispersion: diagnostics.dispersion, words: words).markup.map { [$0] } ?? [],
      caption: words.say(
        "Intervals of ordinary days, grouped by fitted mean: the mean squared distance to the fit. Both "
          + "scales are logarithmic. Poisson counts would lie on the lower line; day factor and the interval's "
          + "own noise make the upper one. Dots above it are hours that an outage or a mistake spoiled.",
        "普通日的时段按拟合均值分组：与拟合的均方距离。两轴均为对数刻度。泊松计数应落在下线；日因子与时段自身波动形成上线。高于上线的点多为个别时段的故障或误差。"),
      keys: [
        LegendKey(observed, series: 6, mark: .dots),
        LegendKey(words.say("fitted negative binomial", "拟合的负二项分布"), series: 0),
        LegendKey(words.say("Poisson", "泊松分布"), series: 1),
      ])
    let chart = CalibrationChart(calibration: diagnostics.calibration, words: words)
    body.picture(
      words.say("Is the band as wide as it says?", "区间是否名副其实？"),
      chart.markup.map { [$0] } ?? [],
      caption: words.say(
        "Each count's place in its fitted law, in ten equal parts: level bars are right, a bowl means bands "
          + "too narrow, a hill too wide, a slope a bias.",
        "每个计数在其拟合分布中的位置，分为十等份：高度齐平为正确，中间低说明区间过窄，中间高说明过宽，倾斜说明有偏。"),
      keys: chart.keys)
  }

  private func service(_ body: inout Markup) {
    guard let service = report.service else { return }
    if let fit = service.handling, let curve = service.handlingCurve {
      body.picture(
        words.say("Handling times", "处理时长"),
        DurationChart(fit: fit, curve: curve, words: words).handling.map { [$0] } ?? [],
        caption: words.say(
          "Share of \(words.style.count(service.handlingCount)) answered chats by length; "
            + "\(words.style.count(service.shortCount)) of at most 10 s were left out.",
          "\(words.style.count(service.handlingCount)) 个已接待会话按时长的占比；不超过 10 秒的 "
            + "\(words.style.count(service.shortCount)) 个未计入。"),
        keys: [
          LegendKey(observed, series: 6, mark: .bar),
          LegendKey(words.law(fit.distribution), series: 0),
        ])
    }
    if let fit = service.patience, let curve = service.patienceCurve {
      body.picture(
        words.say("Patience", "耐心"),
        DurationChart(fit: fit, curve: curve, words: words).patience.map { [$0] } ?? [],
        caption: words.say(
          "Share of customers who would still wait (Kaplan–Meier, with its 95% band), from "
            + "\(words.style.count(service.leftCount)) who left and "
            + "\(words.style.count(service.answeredCount)) who were answered before they did.",
          "仍在等待的顾客占比（Kaplan–Meier 及其 95% 区间），依据 \(words.style.count(service.leftCount)) 位离开者与 "
            + "\(words.style.count(service.answeredCount)) 位在离开前获得应答者。"),
        keys: [
          LegendKey(observed, series: 1), LegendKey(words.law(fit.distribution), series: 0),
        ])
    }
  }
}
