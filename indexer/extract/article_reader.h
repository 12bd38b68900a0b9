// The walk over a tree of HTML that turns it into sections and blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/text/block_kind.h"
#include "indexer/extract/article.h"
#include "indexer/extract/element_rules.h"
#include "indexer/extract/section_list.h"
#include "indexer/extract/text_run.h"
#include "indexer/html/html_tree.h"

namespace pressmark {

// What becomes of a paragraph that is one link and nothing else.
enum class LoneLinks : std::uint8_t { drop, keep };

// Reads one tree; use each object once.
class ArticleReader {
 public:
  explicit ArticleReader(LoneLinks lone_links) : lone_links_(lone_links) {}

  [[nodiscard]] std::vector<Section> read(HtmlNode body);

 private:
  // What the elements around a node say about its text.
  struct Context {
    BlockKind kind = BlockKind::text;
    bool in_heading = false;
    bool keep_permalinks = false;
    Layout layout = Layout::flow;
  };

  void visit(HtmlNode node, Context context);
  void visit_text(HtmlNode node);
  void visit_element(HtmlNode node, ElementRule const& rule, Context context);
  void visit_block(HtmlNode node, ElementRule const& rule, Context context);
  void visit_content(HtmlNode node, ElementRule const& rule, Context context);
  void visit_children(HtmlNode node, Context context);

  void read_heading(HtmlNode node, Context context);
  [[nodiscard]] MarkedText read_heading_text(HtmlNode node, Context context);
  void read_code(HtmlNode node);
  void read_image(HtmlNode node);

  void end_block(Context context);
  void add_prose(Prose prose, BlockKind kind);

  LoneLinks lone_links_;
  SectionList sections_;
  TextRun run_;
  std::vector<std::string> image_texts_;  // of images in the current run, to follow it
  std::string pending_anchor_;            // named by an element with no text between it and what follows
  std::size_t code_depth_ = 0;
  bool callout_begins_ = false;  // no block of the current callout has been read yet
};

}  // namespace pressmark
