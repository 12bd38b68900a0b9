// What readers of posts in one JSON document have in common, whatever the members are called.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/byte_stream.h"
#include "indexer/item/admission.h"
#include "indexer/json/json_items.h"

namespace pressmark {

// Reads a document twice, as Admission asks. A format says which values it visits and makes posts of them.
class JsonPostReader : public JsonVisitor {
 public:
  // Used once. Throws Error{bad_source} if the document has no list of posts, or is broken before the first.
  FeedReport read(ByteStream& text);

 protected:
  // `lacking` ends "SOURCE is no …", for a document without a list of posts. The others outlive the reader.
  JsonPostReader(ParseOptions const& options, TakePost const& take, std::string lacking);

  // Whether the first pass met a list of posts.
  [[nodiscard]] virtual bool has_posts() const = 0;
  // After the first pass: what posts inherit is known now.
  virtual void end_first_pass() {}

  [[nodiscard]] ParseOptions const& options() const { return options_; }
  [[nodiscard]] FeedReport& report() { return report_; }
  [[nodiscard]] Admission& admission() { return admission_; }
  [[nodiscard]] bool is_second_pass() const { return is_second_pass_; }

  // The date in `member`; one that cannot be read is a flaw, and none.
  [[nodiscard]] static std::optional<Timestamp> date_of(JsonValue const& json, std::string_view member,
                                                        std::vector<std::string>& flaws);

 private:
  [[noreturn]] void refuse(std::optional<JsonFault> const& fault) const;

  ParseOptions const& options_;
  std::string lacking_;
  FeedReport report_;
  Admission admission_;
  bool is_second_pass_ = false;
};

}  // namespace pressmark
