// Follows https://prometheus.io/docs/instrumenting/exposition_formats/.
#include "present/metrics_text.h"

#include "common/base/setting.h"

namespace pressmark {
namespace {

std::string_view type_name(MetricType type) {
  switch (type) {
    case MetricType::counter:
      return "counter";
    case MetricType::histogram:
      return "histogram";
    case MetricType::gauge:
      break;
  }
  return "gauge";
}

// Of a label's value: backslash, quote and line feed.
std::string escaped(std::string_view value) {
  std::string text;
  for (char const c : value) {
    if (c == '\\' || c == '"') text += '\\';
    text += c == '\n' ? "\\n" : std::string(1, c);
  }
  return text;
}

}  // namespace

void MetricsText::begin(MetricFamily const& family) {
  name_ = family.name;
  text_.append("# HELP ").append(name_).append(" ").append(family.help).append("\n# TYPE ");
  text_.append(name_).append(" ").append(type_name(family.type)) += '\n';
}

void MetricsText::add(MetricLabels const& labels, double value, std::string_view suffix) {
  add_sample(labels, number_text(value), suffix);
}

void MetricsText::add(MetricLabels const& labels, std::uint64_t count, std::string_view suffix) {
  add_sample(labels, std::to_string(count), suffix);
}

void MetricsText::add_single(MetricFamily const& family, double value) {
  begin(family);
  add({}, value);
}

void MetricsText::add_sample(MetricLabels const& labels, std::string const& value, std::string_view suffix) {
  text_.append(name_).append(suffix);
  std::string_view before = "{";
  for (auto const& label : labels) {
    text_.append(before).append(label.name).append("=\"").append(escaped(label.value)) += '"';
    before = ",";
  }
  if (!labels.empty()) text_ += '}';
  text_.append(" ").append(value) += '\n';
}

}  // namespace pressmark
