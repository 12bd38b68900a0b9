// The texts of a post one after another: which position each word takes, and how much it weighs.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/outline.h"
#include "common/index/record.h"
#include "common/index/schema.h"
#include "common/text/analyzer.h"
#include "indexer/extract/article.h"
#include "indexer/write/field_postings.h"

namespace pressmark {

// A section as the second ranking stage, the record and the reader see it.
struct RegionSection {
  SectionOutline outline;
  RecordSection fields;
  std::string text;  // its blocks, separated by '\n'
};

// Lays out the regions in the order of the calls, with gaps between them as schema.h has them.
class TextRegions {
 public:
  // `postings` takes the terms; `scratch` is reused for every text. Both outlive this object.
  TextRegions(FieldPostings& postings, Analyzer const& analyzer, Analysis& scratch)
      : postings_(postings), analyzer_(analyzer), analysis_(scratch) {}

  PositionRange add_title(std::string_view title);
  PositionRange add_tags(std::vector<std::string> const& categories);
  PositionRange add_slug(std::string_view slug);
  PositionRange add_summary(std::string_view summary);
  RegionSection add_section(Section const& section);

 private:
  PositionRange add_region(std::string_view text, std::optional<Field> field, Xapian::termcount weight);
  PositionRange add_anchor(std::string_view anchor, PositionRange heading);
  void add_block(Block const& block, RegionSection& section);
  PositionRange add_prose(std::string_view text, std::span<Mark const> marks, std::optional<Field> field,
                          Xapian::termcount weight);
  PositionRange add_code(std::string_view text);
  PositionRange take_positions();
  void sample_positions(PositionRange block, std::size_t first_byte,
                        std::vector<PositionSample>& samples) const;

  FieldPostings& postings_;
  Analyzer const& analyzer_;
  Analysis& analysis_;
  Xapian::termpos next_ = kFirstPosition;
};

}  // namespace pressmark
