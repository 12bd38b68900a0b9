// From a post's fields to terms, values and the record.
#include "indexer/write/document_builder.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "common/base/hash.h"
#include "common/index/outline.h"
#include "common/index/record.h"
#include "common/index/schema.h"
#include "common/strings/utf8.h"
#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "common/text/language.h"
#include "common/text/stemmer.h"
#include "common/url/url.h"
#include "indexer/extract/article.h"
#include "indexer/write/field_postings.h"
#include "indexer/write/text_regions.h"

namespace pressmark {
namespace {

constexpr std::string_view kDefaultLanguage = "en";

// A byte of text takes at most one position and opens at most one section.
static_assert(kMaxPostBytes * (1 + kSectionGap) < std::size_t{1} << 31);

// Shares out the bytes of a document among the texts of its post.
class Allowance {
 public:
  // As much of `text` as is left, cut between code points.
  [[nodiscard]] std::string take(std::string_view text) {
    if (text.size() > left_) {
      text = text.substr(0, floor_code_point(text, left_));
      left_ = 0;
      exceeded_ = true;
    } else {
      left_ -= text.size();
    }
    return std::string(text);
  }
  [[nodiscard]] bool exceeded() const { return exceeded_; }

 private:
  std::size_t left_ = kMaxPostBytes;
  bool exceeded_ = false;
};

Record displayed_fields(ArchivedPost const& archived, std::string const& language, Allowance& allowance) {
  auto const& post = archived.post;
  Record record;
  record.id = archived.id;
  record.url = allowance.take(post.url);
  record.title = allowance.take(post.title);
  record.author = allowance.take(post.author);
  record.site = allowance.take(post.site);
  record.language = language;
  record.published = post.published;
  record.updated = post.updated;
  for (auto const& category : post.categories) record.categories.push_back(allowance.take(category));
  record.image = allowance.take(post.image);
  record.summary = allowance.take(html_to_text(post.summary));
  return record;
}

// The part of `section` that `allowance` covers.
Section within(Allowance& allowance, Section section) {
  section.anchor = allowance.take(section.anchor);
  section.heading = allowance.take(section.heading);
  auto& blocks = section.blocks;
  for (auto& block : blocks) block.text = allowance.take(block.text);
  std::erase_if(blocks, [](Block const& block) { return block.text.empty(); });
  return section;
}

void add_key(Xapian::Document& document, Field field, std::string_view key) {
  if (!key.empty()) document.add_boolean_term(key_term(field, key));
}

void add_keys(Xapian::Document& document, ArchivedPost const& archived, Record const& record) {
  auto const& url = archived.post.url;
  add_key(document, Field::id, archived.id);
  if (!url.empty()) add_key(document, Field::url, stable_hash({canonical_url(url)}));
  for (auto const& category : record.categories) add_key(document, Field::category, name_key(category));
  add_key(document, Field::author, name_key(record.author));
  add_key(document, Field::site, name_key(record.site));
  add_key(document, Field::host, url_host(url));
  add_key(document, Field::language, record.language);
  if (record.published) {
    auto day = format_day(*record.published);
    std::erase(day, '-');
    add_key(document, Field::year, std::string_view(day).substr(0, day.size() - 4));
    add_key(document, Field::month, std::string_view(day).substr(0, day.size() - 2));
    add_key(document, Field::day, day);
  }
  // Not boolean: a term without frequency could not weigh.
  if (auto const title = title_key(record.title); !title.empty()) {
    document.add_term(key_term(Field::title_exact, stable_hash({title})));
  }
}

void add_time(Xapian::Document& document, unsigned slot, std::optional<Timestamp> const& time) {
  if (!time) return;
  auto const seconds = static_cast<double>(time->time_since_epoch().count());
  document.add_value(slot, Xapian::sortable_serialise(seconds));
}

void add_values(Xapian::Document& document, ArchivedPost const& archived, Record const& record,
                Outline const& outline) {
  add_time(document, slot::kPublished, record.published);
  add_time(document, slot::kUpdated, record.updated);
  document.add_value(slot::kCategories, pack_strings(record.categories));
  document.add_value(slot::kAuthor, record.author);
  document.add_value(slot::kSite, record.site);
  document.add_value(slot::kLanguage, record.language);
  document.add_value(slot::kOutline, pack_outline(outline));
  document.add_value(slot::kChange, std::to_string(archived.change));
}

}  // namespace

struct DocumentBuilder::State {
  Analyzer analyzer;
  Analysis analysis;
  RecordPacker packer;
  std::map<std::string, Stemmer, std::less<>> stemmers;  // by language

  Stemmer& stemmer(std::string const& language) {
    auto found = stemmers.find(language);
    if (found == stemmers.end()) found = stemmers.emplace(language, Stemmer(language)).first;
    return found->second;
  }

  void add_author(std::string_view author, FieldPostings& postings) {
    analyzer.analyze(author, TextKind::prose, analysis);
    for (auto const& term : analysis.terms()) {
      postings.add(Field::author_words, analysis.text(term), kFirstPosition + term.position, 1);
    }
  }
};

DocumentBuilder::DocumentBuilder() : state_(std::make_unique<State>()) {}
DocumentBuilder::~DocumentBuilder() = default;
DocumentBuilder::DocumentBuilder(DocumentBuilder&&) noexcept = default;
DocumentBuilder& DocumentBuilder::operator=(DocumentBuilder&&) noexcept = default;

BuiltDocument DocumentBuilder::build(ArchivedPost const& archived) {
  BuiltDocument built;
  built.id = archived.id;
  built.id_term = key_term(Field::id, archived.id);
  built.name = archived.post.url.empty() ? archived.post.guid : archived.post.url;
  built.language = primary_language(archived.post.language);
  if (built.language.empty()) built.language = kDefaultLanguage;

  Allowance allowance;
  auto record = displayed_fields(archived, built.language, allowance);
  auto article = extract_article(archived.post.html);

  FieldPostings postings(built.document, state_->stemmer(built.language));
  TextRegions regions(postings, state_->analyzer, state_->analysis);
  Outline outline;
  outline.title = regions.add_title(record.title);
  outline.tags = regions.add_tags(record.categories);
  outline.slug = regions.add_slug(url_slug(record.url));
  outline.summary = regions.add_summary(record.summary);
  record.summary_position = outline.summary.begin;
  std::vector<std::string> texts;
  for (auto& section : article.sections) {
    if (allowance.exceeded()) break;
    auto laid_out = regions.add_section(within(allowance, std::move(section)));
    outline.sections.push_back(std::move(laid_out.outline));
    record.sections.push_back(std::move(laid_out.fields));
    texts.push_back(std::move(laid_out.text));
  }
  state_->add_author(record.author, postings);
  built.word_forms = postings.finish();

  add_keys(built.document, archived, record);
  add_values(built.document, archived, record, outline);
  built.document.set_data(state_->packer.pack(record, texts));
  if (article.truncated)
    built.problems.emplace_back("HTML beyond the limits of size and nesting was left out");
  if (allowance.exceeded()) built.problems.emplace_back("text beyond 16 MiB was left out");
  return built;
}

std::string index_format() {
  std::string format;
  for (int const version : {kSchemaVersion, kAnalyzerVersion, kExtractionVersion, kRecordVersion}) {
    if (!format.empty()) format.push_back('.');
    format += std::to_string(version);
  }
  return format;
}

}  // namespace pressmark
