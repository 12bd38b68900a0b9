// Reads a JSON document in two passes: what posts inherit may stand after them.
#include "indexer/feed/json/json_post_reader.h"

#include <utility>

#include "common/base/error.h"
#include "common/date/parse_date.h"

namespace pressmark {

JsonPostReader::JsonPostReader(ParseOptions const& options, TakePost const& take, std::string lacking)
    : options_(options), lacking_(std::move(lacking)), admission_(options, take, report_) {}

FeedReport JsonPostReader::read(ByteStream& text) {
  auto const fault = read_json(text, options_.limits, *this);
  end_first_pass();
  if (!has_posts()) refuse(fault);
  text.rewind();
  is_second_pass_ = true;
  admission_.begin_second_pass();
  (void)read_json(text, options_.limits, *this);
  admission_.finish();
  if (fault) {
    if (report_.posts + report_.skipped == 0) refuse(fault);
    report_.note({fault->what, fault->where(options_.source)});
    report_.is_cut_off = true;
  }
  return std::move(report_);
}

std::optional<Timestamp> JsonPostReader::date_of(JsonValue const& json, std::string_view member,
                                                 std::vector<std::string>& flaws) {
  auto const text = json.text_of(member);
  if (text.empty()) return std::nullopt;
  auto const date = parse_date(text);
  if (date) return *date;
  flaws.push_back(date.error().what);
  return std::nullopt;
}

void JsonPostReader::refuse(std::optional<JsonFault> const& fault) const {
  if (fault) throw Error(ErrorCode::bad_source, fault->where(options_.source) + ": " + fault->what);
  throw Error(ErrorCode::bad_source, options_.source + " is no " + lacking_);
}

}  // namespace pressmark
