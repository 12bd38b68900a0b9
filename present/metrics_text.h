// The text that Prometheus scrapes (exposition format, version 0.0.4): families of samples.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

enum class MetricType { counter, gauge, histogram };

// Its samples follow until the next family begins.
struct MetricFamily {
  std::string_view name;
  MetricType type = MetricType::gauge;
  std::string_view help;  // one line without a backslash
};

struct MetricLabel {
  std::string_view name;
  std::string value;  // escaped when it is written
};
using MetricLabels = std::vector<MetricLabel>;

// Writes families one after the other. Numbers have as many digits as distinguish them from all others.
class MetricsText {
 public:
  void begin(MetricFamily const& family);
  // Of the family begun last; `suffix` is what follows its name in a histogram: "_bucket", "_sum", "_count".
  void add(MetricLabels const& labels, double value, std::string_view suffix = {});
  void add(MetricLabels const& labels, std::uint64_t count, std::string_view suffix = {});

  // A family of one sample without labels.
  void add_single(MetricFamily const& family, double value);

  [[nodiscard]] std::string const& text() const { return text_; }

 private:
  void add_sample(MetricLabels const& labels, std::string const& value, std::string_view suffix);

  std::string name_;  // of the family begun last
  std::string text_;
};

}  // namespace pressmark
