//! A part of the document in memory: a balance, an entry, a transaction.

use std::borrow::Cow;

use super::xml::{Source, Step};
use crate::error::{Problem, ReadError};

/// More than the largest transaction has.
const MAX_NODES: usize = 20_000;

/// Elements in the order of the document, each with the index behind its last descendant.
#[derive(Default)]
pub(super) struct Tree<'x> {
    nodes: Vec<Node<'x>>,
}

struct Node<'x> {
    name: &'x str,
    text: Cow<'x, str>,
    currency: Option<String>,
    end: usize,
}

impl<'x> Tree<'x> {
    /// Forgets what it holds, keeps its memory.
    pub(super) fn clear(&mut self) {
        self.nodes.clear();
    }

    /// Adds the element that the source has just opened, with all that is in it.
    pub(super) fn add(&mut self, source: &mut Source<'x>, name: &'x str) -> Result<(), ReadError> {
        let mut open = vec![self.push(source, name)?];
        while let Some(&top) = open.last() {
            match source.step()? {
                Step::Open(name) => open.push(self.push(source, name)?),
                Step::Text => self.text(top, source.take_text()),
                Step::Close => {
                    open.pop();
                    let end = self.nodes.len();
                    if let Some(node) = self.nodes.get_mut(top) {
                        node.end = end;
                    }
                }
                Step::End => break,
            }
        }
        Ok(())
    }

    fn push(&mut self, source: &Source<'x>, name: &'x str) -> Result<usize, ReadError> {
        if self.nodes.len() >= MAX_NODES {
            let limit = u32::try_from(MAX_NODES).unwrap_or(u32::MAX);
            return Err(ReadError::line(source.line(), Problem::XmlTooBig { limit }));
        }
        let currency = match name {
            "Amt" | "TxAmt" | "InstdAmt" => source.attribute("Ccy")?,
            _ => None,
        };
        self.nodes.push(Node {
            name,
            text: Cow::Borrowed(""),
            currency,
            end: self.nodes.len() + 1,
        });
        Ok(self.nodes.len() - 1)
    }

    fn text(&mut self, index: usize, text: Cow<'x, str>) {
        if let Some(node) = self.nodes.get_mut(index) {
            if !node.text.is_empty() {
                node.text.to_mut().push_str(&text);
            } else if !text.trim().is_empty() {
                node.text = text;
            }
        }
    }

    /// The elements that were added.
    pub(super) fn top(&self) -> Children<'_, 'x> {
        Children {
            tree: self,
            next: 0,
            end: self.nodes.len(),
        }
    }

    /// The first element that was added with that name.
    pub(super) fn find(&self, path: &str) -> Option<Element<'_, 'x>> {
        let (name, rest) = path.split_once('/').unwrap_or((path, ""));
        let first = self.top().find(|element| element.name() == name)?;
        if rest.is_empty() {
            Some(first)
        } else {
            first.find(rest)
        }
    }
}

/// An element of a [`Tree`].
#[derive(Clone, Copy)]
pub(super) struct Element<'t, 'x> {
    tree: &'t Tree<'x>,
    node: &'t Node<'x>,
    index: usize,
}

impl<'t, 'x> Element<'t, 'x> {
    /// Its local name.
    pub(super) fn name(&self) -> &'x str {
        self.node.name
    }

    /// Its own text, without spaces around it.
    pub(super) fn text(&self) -> &'t str {
        self.node.text.trim()
    }

    /// The attribute `Ccy`.
    pub(super) fn currency(&self) -> Option<&'t str> {
        self.node.currency.as_deref()
    }

    /// Its children.
    pub(super) fn children(&self) -> Children<'t, 'x> {
        Children {
            tree: self.tree,
            next: self.index + 1,
            end: self.node.end,
        }
    }

    /// The first descendant along a path of names such as `Acct/Id`, of which each is the first with that name.
    pub(super) fn find(&self, path: &str) -> Option<Element<'t, 'x>> {
        path.split('/').try_fold(*self, |element, name| {
            element.children().find(|child| child.name() == name)
        })
    }

    /// The text of that descendant, unless it is empty.
    pub(super) fn text_at(&self, path: &str) -> Option<&'t str> {
        self.find(path)
            .map(|element| element.text())
            .filter(|text| !text.is_empty())
    }
}

/// The children of an element, in order.
pub(super) struct Children<'t, 'x> {
    tree: &'t Tree<'x>,
    next: usize,
    end: usize,
}

impl<'t, 'x> Iterator for Children<'t, 'x> {
    type Item = Element<'t, 'x>;

    fn next(&mut self) -> Option<Self::Item> {
        let index = self.next;
        let node = self.tree.nodes.get(index).filter(|_| index < self.end)?;
        self.next = node.end.max(index + 1);
        Some(Element {
            tree: self.tree,
            node,
            index,
        })
    }
}
