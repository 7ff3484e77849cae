SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE FUNCTION public.refuse_event_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'events are append-only'; END $$;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.address_mark (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    address character varying NOT NULL,
    code character varying,
    text text,
    marked_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_address_mark_address_filled CHECK ((TRIM(BOTH FROM address) <> ''::text))
);

CREATE SEQUENCE public.address_mark_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.address_mark_id_seq OWNED BY public.address_mark.id;

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);

CREATE TABLE public.annex (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    line_id integer NOT NULL,
    period character varying NOT NULL,
    number integer NOT NULL,
    sha256 character varying,
    name character varying NOT NULL,
    size integer,
    media_type character varying,
    link text,
    dated_on date,
    added_at timestamp with time zone NOT NULL,
    added_by character varying NOT NULL,
    removed_at timestamp with time zone,
    checked_at timestamp with time zone,
    alive boolean,
    dead_since timestamp with time zone,
    scanned_at timestamp with time zone,
    CONSTRAINT ck_annex_added_by_filled CHECK ((TRIM(BOTH FROM added_by) <> ''::text)),
    CONSTRAINT ck_annex_checked CHECK (((alive IS NULL) = (checked_at IS NULL))),
    CONSTRAINT ck_annex_dead CHECK (((dead_since IS NULL) OR (NOT alive))),
    CONSTRAINT ck_annex_file CHECK ((((sha256 IS NULL) = (size IS NULL)) AND ((sha256 IS NULL) = (media_type IS NULL)))),
    CONSTRAINT ck_annex_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text)),
    CONSTRAINT ck_annex_number CHECK ((number >= 1)),
    CONSTRAINT ck_annex_one CHECK (((sha256 IS NULL) <> (link IS NULL))),
    CONSTRAINT ck_annex_period_filled CHECK ((TRIM(BOTH FROM period) <> ''::text))
);

CREATE SEQUENCE public.annex_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.annex_id_seq OWNED BY public.annex.id;

CREATE TABLE public.assignment (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    line_id integer NOT NULL,
    team_id integer NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT ck_assignment_position CHECK (("position" >= 0))
);

CREATE SEQUENCE public.assignment_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.assignment_id_seq OWNED BY public.assignment.id;

CREATE TABLE public.attempt (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    notice_id integer NOT NULL,
    owner character varying NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    state character varying,
    code character varying,
    text text,
    channel character varying NOT NULL,
    CONSTRAINT ck_attempt_dates CHECK ((started_at <= ended_at)),
    CONSTRAINT ck_attempt_ended CHECK (((state IS NULL) = (ended_at IS NULL))),
    CONSTRAINT ck_attempt_state CHECK ((((state)::text = 'queued'::text) OR ((state)::text = 'sending'::text) OR ((state)::text = 'sent'::text) OR ((state)::text = 'handed_over'::text) OR ((state)::text = 'retry'::text) OR ((state)::text = 'refused'::text) OR ((state)::text = 'in_doubt'::text) OR ((state)::text = 'suppressed'::text)))
);

CREATE SEQUENCE public.attempt_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.attempt_id_seq OWNED BY public.attempt.id;

CREATE TABLE public.contact (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    team_id integer NOT NULL,
    "position" integer NOT NULL,
    email character varying NOT NULL,
    name character varying,
    role character varying NOT NULL,
    away_from date,
    away_to date,
    CONSTRAINT ck_contact_away CHECK ((away_from <= away_to)),
    CONSTRAINT ck_contact_email CHECK (((email)::text ~~ '_%@_%'::text)),
    CONSTRAINT ck_contact_role CHECK ((((role)::text = 'member'::text) OR ((role)::text = 'leader'::text) OR ((role)::text = 'head'::text) OR ((role)::text = 'substitute'::text)))
);

CREATE SEQUENCE public.contact_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.contact_id_seq OWNED BY public.contact.id;

CREATE TABLE public.correspondence (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    team_id integer NOT NULL,
    period character varying NOT NULL,
    reference character varying NOT NULL,
    CONSTRAINT ck_correspondence_reference_filled CHECK ((TRIM(BOTH FROM reference) <> ''::text))
);

CREATE SEQUENCE public.correspondence_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.correspondence_id_seq OWNED BY public.correspondence.id;

CREATE TABLE public.decision (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    kind character varying NOT NULL,
    line_id integer,
    team_id integer,
    period character varying NOT NULL,
    starts_on date NOT NULL,
    until date,
    reason character varying NOT NULL,
    author character varying NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    to_team_id integer,
    ended_on date,
    ended_by character varying,
    CONSTRAINT ck_decision_author_filled CHECK ((TRIM(BOTH FROM author) <> ''::text)),
    CONSTRAINT ck_decision_dates CHECK ((starts_on <= until)),
    CONSTRAINT ck_decision_end CHECK ((((kind)::text = 'waiver'::text) OR (until IS NOT NULL))),
    CONSTRAINT ck_decision_ended CHECK (((ended_on IS NULL) = (ended_by IS NULL))),
    CONSTRAINT ck_decision_kind CHECK ((((kind)::text = 'waiver'::text) OR ((kind)::text = 'extension'::text) OR ((kind)::text = 'silence'::text) OR ((kind)::text = 'acknowledgement'::text) OR ((kind)::text = 'handover'::text))),
    CONSTRAINT ck_decision_line CHECK ((((kind)::text = 'silence'::text) OR (line_id IS NOT NULL))),
    CONSTRAINT ck_decision_reason_filled CHECK ((TRIM(BOTH FROM reason) <> ''::text)),
    CONSTRAINT ck_decision_subject CHECK (((line_id IS NULL) <> (team_id IS NULL)))
);

CREATE SEQUENCE public.decision_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.decision_id_seq OWNED BY public.decision.id;

CREATE TABLE public.entity (
    id integer NOT NULL,
    code character varying NOT NULL,
    name character varying NOT NULL,
    nit character varying,
    events integer NOT NULL,
    head character varying NOT NULL,
    CONSTRAINT ck_entity_code_filled CHECK ((TRIM(BOTH FROM code) <> ''::text)),
    CONSTRAINT ck_entity_events CHECK ((events >= 0)),
    CONSTRAINT ck_entity_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text))
);

CREATE SEQUENCE public.entity_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.entity_id_seq OWNED BY public.entity.id;

CREATE TABLE public.event (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    sequence integer NOT NULL,
    kind character varying NOT NULL,
    subject character varying NOT NULL,
    facts character varying NOT NULL,
    actor character varying NOT NULL,
    at timestamp with time zone NOT NULL,
    previous character varying NOT NULL,
    hash character varying NOT NULL,
    CONSTRAINT ck_event_actor_filled CHECK ((TRIM(BOTH FROM actor) <> ''::text)),
    CONSTRAINT ck_event_hashes CHECK (((length((previous)::text) = 64) AND (length((hash)::text) = 64))),
    CONSTRAINT ck_event_kind_filled CHECK ((TRIM(BOTH FROM kind) <> ''::text)),
    CONSTRAINT ck_event_sequence CHECK ((sequence >= 1)),
    CONSTRAINT ck_event_subject_filled CHECK ((TRIM(BOTH FROM subject) <> ''::text))
);

CREATE SEQUENCE public.event_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.event_id_seq OWNED BY public.event.id;

CREATE TABLE public.evidence (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    result_id integer NOT NULL,
    stated text,
    CONSTRAINT ck_evidence_stated_filled CHECK ((TRIM(BOTH FROM stated) <> ''::text))
);

CREATE SEQUENCE public.evidence_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.evidence_id_seq OWNED BY public.evidence.id;

CREATE TABLE public.form_issue (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    team_id integer NOT NULL,
    period character varying NOT NULL,
    token_sha256 character varying NOT NULL,
    plan_ids text NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_form_issue_period_filled CHECK ((TRIM(BOTH FROM period) <> ''::text)),
    CONSTRAINT ck_form_issue_token CHECK ((length((token_sha256)::text) = 64))
);

CREATE SEQUENCE public.form_issue_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.form_issue_id_seq OWNED BY public.form_issue.id;

CREATE TABLE public.import_issue (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    revision integer NOT NULL,
    "position" integer NOT NULL,
    sheet character varying NOT NULL,
    "row" integer,
    cell character varying,
    code character varying NOT NULL,
    severity character varying NOT NULL,
    raw text,
    proposal text,
    message text,
    CONSTRAINT ck_import_issue_code_filled CHECK ((TRIM(BOTH FROM code) <> ''::text)),
    CONSTRAINT ck_import_issue_message_filled CHECK ((TRIM(BOTH FROM message) <> ''::text)),
    CONSTRAINT ck_import_issue_severity CHECK ((((severity)::text = 'info'::text) OR ((severity)::text = 'warning'::text) OR ((severity)::text = 'error'::text)))
);

CREATE SEQUENCE public.import_issue_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.import_issue_id_seq OWNED BY public.import_issue.id;

CREATE TABLE public.inbound_mail (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    message_id character varying NOT NULL,
    sha256 character varying NOT NULL,
    sender character varying NOT NULL,
    subject character varying NOT NULL,
    received_at timestamp with time zone NOT NULL,
    state character varying NOT NULL,
    team_id integer,
    period character varying NOT NULL,
    code character varying,
    message text,
    accepted_by character varying,
    CONSTRAINT ck_inbound_mail_message_id_filled CHECK ((TRIM(BOTH FROM message_id) <> ''::text)),
    CONSTRAINT ck_inbound_mail_reason CHECK ((((state)::text = 'taken'::text) OR (code IS NOT NULL))),
    CONSTRAINT ck_inbound_mail_sha256 CHECK ((length((sha256)::text) = 64)),
    CONSTRAINT ck_inbound_mail_state CHECK ((((state)::text = 'taken'::text) OR ((state)::text = 'quarantined'::text) OR ((state)::text = 'ignored'::text)))
);

CREATE SEQUENCE public.inbound_mail_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.inbound_mail_id_seq OWNED BY public.inbound_mail.id;

CREATE TABLE public.line (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    uid character varying NOT NULL,
    "position" integer NOT NULL,
    sheet character varying NOT NULL,
    "row" integer NOT NULL,
    number character varying,
    activity text,
    deliverable text,
    indicator text,
    start_on date,
    due_on date,
    due_confirmed boolean NOT NULL,
    target bigint,
    target_unit character varying,
    target_implied boolean NOT NULL,
    target_text text,
    accumulation character varying NOT NULL,
    baseline bigint,
    weight bigint,
    unit text,
    item text,
    node integer,
    stage character varying,
    programmed text NOT NULL,
    texts text NOT NULL,
    result_cells text NOT NULL,
    gone_at timestamp with time zone,
    CONSTRAINT ck_line_accumulation CHECK ((((accumulation)::text = 'sum'::text) OR ((accumulation)::text = 'latest'::text) OR ((accumulation)::text = 'average'::text) OR ((accumulation)::text = 'maximum'::text) OR ((accumulation)::text = 'stock'::text) OR ((accumulation)::text = 'flow'::text) OR ((accumulation)::text = 'cumulative'::text) OR ((accumulation)::text = 'capacity'::text) OR ((accumulation)::text = 'reduction'::text) OR ((accumulation)::text = 'annual_reduction'::text))),
    CONSTRAINT ck_line_implied CHECK (((NOT target_implied) OR (target IS NOT NULL))),
    CONSTRAINT ck_line_place CHECK ((("position" >= 0) AND ("row" >= 1))),
    CONSTRAINT ck_line_stage CHECK ((((stage)::text = 'P'::text) OR ((stage)::text = 'H'::text) OR ((stage)::text = 'V'::text) OR ((stage)::text = 'A'::text))),
    CONSTRAINT ck_line_target_unit CHECK ((((target_unit)::text = 'count'::text) OR ((target_unit)::text = 'percent'::text))),
    CONSTRAINT ck_line_weight CHECK ((weight >= 0))
);

CREATE SEQUENCE public.line_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.line_id_seq OWNED BY public.line.id;

CREATE TABLE public.node (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    "position" integer NOT NULL,
    parent integer,
    title character varying NOT NULL,
    path text NOT NULL,
    CONSTRAINT ck_node_parent CHECK (((parent IS NULL) OR (parent < "position")))
);

CREATE SEQUENCE public.node_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.node_id_seq OWNED BY public.node.id;

CREATE TABLE public.notice (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    key character varying NOT NULL,
    day date NOT NULL,
    channel character varying NOT NULL,
    purpose character varying NOT NULL,
    team_id integer,
    sender character varying NOT NULL,
    address character varying NOT NULL,
    subject character varying NOT NULL,
    message_id character varying NOT NULL,
    data bytea NOT NULL,
    state character varying NOT NULL,
    tries integer NOT NULL,
    not_before timestamp with time zone NOT NULL,
    lease_owner character varying,
    lease_until timestamp with time zone,
    code character varying,
    text text,
    created_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    resolved_by character varying,
    priority integer NOT NULL,
    CONSTRAINT ck_notice_address_filled CHECK ((TRIM(BOTH FROM address) <> ''::text)),
    CONSTRAINT ck_notice_channel_filled CHECK ((TRIM(BOTH FROM channel) <> ''::text)),
    CONSTRAINT ck_notice_data CHECK ((length(data) > 0)),
    CONSTRAINT ck_notice_key_filled CHECK ((TRIM(BOTH FROM key) <> ''::text)),
    CONSTRAINT ck_notice_lease CHECK ((((state)::text = 'sending'::text) = (lease_owner IS NOT NULL))),
    CONSTRAINT ck_notice_lease_end CHECK (((lease_owner IS NULL) = (lease_until IS NULL))),
    CONSTRAINT ck_notice_message_id_filled CHECK ((TRIM(BOTH FROM message_id) <> ''::text)),
    CONSTRAINT ck_notice_priority CHECK ((priority >= 0)),
    CONSTRAINT ck_notice_purpose_filled CHECK ((TRIM(BOTH FROM purpose) <> ''::text)),
    CONSTRAINT ck_notice_state CHECK ((((state)::text = 'queued'::text) OR ((state)::text = 'sending'::text) OR ((state)::text = 'sent'::text) OR ((state)::text = 'handed_over'::text) OR ((state)::text = 'retry'::text) OR ((state)::text = 'refused'::text) OR ((state)::text = 'in_doubt'::text) OR ((state)::text = 'suppressed'::text))),
    CONSTRAINT ck_notice_tries CHECK ((tries >= 0))
);

CREATE SEQUENCE public.notice_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.notice_id_seq OWNED BY public.notice.id;

CREATE TABLE public.notice_reminder (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    notice_id integer NOT NULL,
    reminder_id integer NOT NULL
);

CREATE SEQUENCE public.notice_reminder_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.notice_reminder_id_seq OWNED BY public.notice_reminder.id;

CREATE TABLE public.obligation (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    line_id integer NOT NULL,
    team_id integer,
    kind character varying NOT NULL,
    period character varying NOT NULL,
    due_on date NOT NULL,
    closes_on date NOT NULL,
    reason character varying NOT NULL,
    state character varying NOT NULL,
    done_on date,
    CONSTRAINT ck_obligation_dates CHECK ((due_on <= closes_on)),
    CONSTRAINT ck_obligation_kind CHECK ((((kind)::text = 'result'::text) OR ((kind)::text = 'deadline'::text))),
    CONSTRAINT ck_obligation_open CHECK ((((state)::text = 'owed'::text) = (done_on IS NULL))),
    CONSTRAINT ck_obligation_period CHECK ((((kind)::text = 'deadline'::text) = ((period)::text = ''::text))),
    CONSTRAINT ck_obligation_reason CHECK ((((reason)::text = 'in_window'::text) OR ((reason)::text = 'carried_overdue'::text) OR ((reason)::text = 'due_date'::text) OR ((reason)::text = 'outside_window'::text) OR ((reason)::text = 'complete'::text) OR ((reason)::text = 'no_window'::text) OR ((reason)::text = 'unconfirmed'::text) OR ((reason)::text = 'waived'::text))),
    CONSTRAINT ck_obligation_state CHECK ((((state)::text = 'owed'::text) OR ((state)::text = 'met'::text) OR ((state)::text = 'complete'::text) OR ((state)::text = 'waived'::text) OR ((state)::text = 'withdrawn'::text) OR ((state)::text = 'missing_at_close'::text) OR ((state)::text = 'unreadable'::text)))
);

CREATE SEQUENCE public.obligation_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.obligation_id_seq OWNED BY public.obligation.id;

CREATE TABLE public.period (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    key character varying NOT NULL,
    kind character varying NOT NULL,
    start_on date NOT NULL,
    end_on date NOT NULL,
    report_by date NOT NULL,
    closes_on date NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_period_dates CHECK (((start_on <= end_on) AND (end_on <= report_by) AND (report_by <= closes_on))),
    CONSTRAINT ck_period_key_filled CHECK ((TRIM(BOTH FROM key) <> ''::text)),
    CONSTRAINT ck_period_kind CHECK ((((kind)::text = 'month'::text) OR ((kind)::text = 'two_month'::text) OR ((kind)::text = 'quarter'::text) OR ((kind)::text = 'four_month'::text) OR ((kind)::text = 'half_year'::text) OR ((kind)::text = 'year'::text) OR ((kind)::text = 'custom'::text)))
);

CREATE SEQUENCE public.period_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.period_id_seq OWNED BY public.period.id;

CREATE TABLE public.plan (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    code character varying NOT NULL,
    title text,
    kind character varying NOT NULL,
    period_kind character varying NOT NULL,
    year integer,
    sheet character varying NOT NULL,
    source character varying NOT NULL,
    source_sha256 character varying NOT NULL,
    header_row integer,
    columns text NOT NULL,
    revision integer NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    review character varying NOT NULL,
    CONSTRAINT ck_plan_code_filled CHECK ((TRIM(BOTH FROM code) <> ''::text)),
    CONSTRAINT ck_plan_kind CHECK ((((kind)::text = 'action_plan'::text) OR ((kind)::text = 'improvement_plan'::text) OR ((kind)::text = 'indicative_plan'::text) OR ((kind)::text = 'indicator_sheet'::text) OR ((kind)::text = 'transparency_plan'::text))),
    CONSTRAINT ck_plan_period_kind CHECK ((((period_kind)::text = 'month'::text) OR ((period_kind)::text = 'two_month'::text) OR ((period_kind)::text = 'quarter'::text) OR ((period_kind)::text = 'four_month'::text) OR ((period_kind)::text = 'half_year'::text) OR ((period_kind)::text = 'year'::text) OR ((period_kind)::text = 'custom'::text))),
    CONSTRAINT ck_plan_review CHECK ((((review)::text = 'none'::text) OR ((review)::text = 'coordinator'::text))),
    CONSTRAINT ck_plan_revision CHECK ((revision >= 1)),
    CONSTRAINT ck_plan_sha256 CHECK ((length((source_sha256)::text) = 64)),
    CONSTRAINT ck_plan_source_filled CHECK ((TRIM(BOTH FROM source) <> ''::text))
);

CREATE SEQUENCE public.plan_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.plan_id_seq OWNED BY public.plan.id;

CREATE TABLE public.receipt (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    number character varying NOT NULL,
    team_id integer,
    period character varying NOT NULL,
    sha256 character varying NOT NULL,
    name character varying NOT NULL,
    size integer NOT NULL,
    received_at timestamp with time zone NOT NULL,
    state character varying NOT NULL,
    code character varying,
    message text,
    source character varying NOT NULL,
    sender character varying,
    tries integer NOT NULL,
    inbound_id integer,
    CONSTRAINT ck_receipt_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text)),
    CONSTRAINT ck_receipt_number_filled CHECK ((TRIM(BOTH FROM number) <> ''::text)),
    CONSTRAINT ck_receipt_reason CHECK ((((state)::text = 'quarantined'::text) = (code IS NOT NULL))),
    CONSTRAINT ck_receipt_sha256 CHECK ((length((sha256)::text) = 64)),
    CONSTRAINT ck_receipt_size CHECK ((size >= 0)),
    CONSTRAINT ck_receipt_source CHECK ((((source)::text = 'command'::text) OR ((source)::text = 'folder'::text) OR ((source)::text = 'mail'::text) OR ((source)::text = 'page'::text))),
    CONSTRAINT ck_receipt_state CHECK ((((state)::text = 'received'::text) OR ((state)::text = 'read'::text) OR ((state)::text = 'quarantined'::text))),
    CONSTRAINT ck_receipt_tries CHECK ((tries >= 0))
);

CREATE SEQUENCE public.receipt_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.receipt_id_seq OWNED BY public.receipt.id;

CREATE TABLE public.reminder (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    obligation_id integer NOT NULL,
    due_on date NOT NULL,
    step character varying NOT NULL,
    audience character varying NOT NULL,
    reason character varying NOT NULL,
    on_date date NOT NULL,
    claimed_on date NOT NULL,
    claimed_at timestamp with time zone NOT NULL,
    waiting boolean NOT NULL,
    suppressed text,
    team_id integer NOT NULL,
    CONSTRAINT ck_reminder_audience CHECK ((((audience)::text = 'team'::text) OR ((audience)::text = 'head'::text) OR ((audience)::text = 'coordinator'::text))),
    CONSTRAINT ck_reminder_dates CHECK ((on_date <= claimed_on)),
    CONSTRAINT ck_reminder_reason CHECK ((((reason)::text = 'due_soon'::text) OR ((reason)::text = 'due_today'::text) OR ((reason)::text = 'overdue'::text) OR ((reason)::text = 'closing_soon'::text) OR ((reason)::text = 'escalated'::text))),
    CONSTRAINT ck_reminder_step_filled CHECK ((TRIM(BOTH FROM step) <> ''::text)),
    CONSTRAINT ck_reminder_suppressed_filled CHECK ((TRIM(BOTH FROM suppressed) <> ''::text)),
    CONSTRAINT ck_reminder_waiting CHECK (((NOT waiting) OR (suppressed IS NULL)))
);

CREATE SEQUENCE public.reminder_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.reminder_id_seq OWNED BY public.reminder.id;

CREATE TABLE public.result (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    line_id integer NOT NULL,
    period character varying NOT NULL,
    value bigint NOT NULL,
    narrative text,
    zero_reason text,
    source character varying NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    receipt character varying,
    in_force boolean NOT NULL,
    supersedes integer,
    CONSTRAINT ck_result_period_filled CHECK ((TRIM(BOTH FROM period) <> ''::text)),
    CONSTRAINT ck_result_source CHECK ((((source)::text = 'import'::text) OR ((source)::text = 'form'::text))),
    CONSTRAINT ck_result_zero CHECK (((zero_reason IS NULL) OR (value = 0))),
    CONSTRAINT ck_result_zero_reason_filled CHECK ((TRIM(BOTH FROM zero_reason) <> ''::text))
);

CREATE SEQUENCE public.result_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.result_id_seq OWNED BY public.result.id;

CREATE TABLE public.review (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    result_id integer NOT NULL,
    verdict character varying NOT NULL,
    note text,
    reviewer character varying NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT ck_review_note CHECK ((((verdict)::text <> 'returned'::text) OR (note IS NOT NULL))),
    CONSTRAINT ck_review_reviewer_filled CHECK ((TRIM(BOTH FROM reviewer) <> ''::text)),
    CONSTRAINT ck_review_verdict CHECK ((((verdict)::text = 'accepted'::text) OR ((verdict)::text = 'returned'::text)))
);

CREATE SEQUENCE public.review_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.review_id_seq OWNED BY public.review.id;

CREATE TABLE public.team (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    name character varying NOT NULL,
    folded character varying NOT NULL,
    CONSTRAINT ck_team_folded_filled CHECK ((TRIM(BOTH FROM folded) <> ''::text)),
    CONSTRAINT ck_team_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text))
);

CREATE SEQUENCE public.team_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.team_id_seq OWNED BY public.team.id;

CREATE TABLE public.team_link (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    team_id integer NOT NULL,
    period character varying NOT NULL,
    token_sha256 character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    revoked_by character varying,
    CONSTRAINT ck_team_link_dates CHECK ((created_at < expires_at)),
    CONSTRAINT ck_team_link_period_filled CHECK ((TRIM(BOTH FROM period) <> ''::text)),
    CONSTRAINT ck_team_link_revoked CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
    CONSTRAINT ck_team_link_token CHECK ((length((token_sha256)::text) = 64))
);

CREATE SEQUENCE public.team_link_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.team_link_id_seq OWNED BY public.team_link.id;

CREATE TABLE public.transport (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    channel character varying NOT NULL,
    failures integer NOT NULL,
    paused_until timestamp with time zone,
    code character varying,
    text text,
    CONSTRAINT ck_transport_channel_filled CHECK ((TRIM(BOTH FROM channel) <> ''::text)),
    CONSTRAINT ck_transport_failures CHECK ((failures >= 0))
);

CREATE SEQUENCE public.transport_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.transport_id_seq OWNED BY public.transport.id;

ALTER TABLE ONLY public.address_mark ALTER COLUMN id SET DEFAULT nextval('public.address_mark_id_seq'::regclass);

ALTER TABLE ONLY public.annex ALTER COLUMN id SET DEFAULT nextval('public.annex_id_seq'::regclass);

ALTER TABLE ONLY public.assignment ALTER COLUMN id SET DEFAULT nextval('public.assignment_id_seq'::regclass);

ALTER TABLE ONLY public.attempt ALTER COLUMN id SET DEFAULT nextval('public.attempt_id_seq'::regclass);

ALTER TABLE ONLY public.contact ALTER COLUMN id SET DEFAULT nextval('public.contact_id_seq'::regclass);

ALTER TABLE ONLY public.correspondence ALTER COLUMN id SET DEFAULT nextval('public.correspondence_id_seq'::regclass);

ALTER TABLE ONLY public.decision ALTER COLUMN id SET DEFAULT nextval('public.decision_id_seq'::regclass);

ALTER TABLE ONLY public.entity ALTER COLUMN id SET DEFAULT nextval('public.entity_id_seq'::regclass);

ALTER TABLE ONLY public.event ALTER COLUMN id SET DEFAULT nextval('public.event_id_seq'::regclass);

ALTER TABLE ONLY public.evidence ALTER COLUMN id SET DEFAULT nextval('public.evidence_id_seq'::regclass);

ALTER TABLE ONLY public.form_issue ALTER COLUMN id SET DEFAULT nextval('public.form_issue_id_seq'::regclass);

ALTER TABLE ONLY public.import_issue ALTER COLUMN id SET DEFAULT nextval('public.import_issue_id_seq'::regclass);

ALTER TABLE ONLY public.inbound_mail ALTER COLUMN id SET DEFAULT nextval('public.inbound_mail_id_seq'::regclass);

ALTER TABLE ONLY public.line ALTER COLUMN id SET DEFAULT nextval('public.line_id_seq'::regclass);

ALTER TABLE ONLY public.node ALTER COLUMN id SET DEFAULT nextval('public.node_id_seq'::regclass);

ALTER TABLE ONLY public.notice ALTER COLUMN id SET DEFAULT nextval('public.notice_id_seq'::regclass);

ALTER TABLE ONLY public.notice_reminder ALTER COLUMN id SET DEFAULT nextval('public.notice_reminder_id_seq'::regclass);

ALTER TABLE ONLY public.obligation ALTER COLUMN id SET DEFAULT nextval('public.obligation_id_seq'::regclass);

ALTER TABLE ONLY public.period ALTER COLUMN id SET DEFAULT nextval('public.period_id_seq'::regclass);

ALTER TABLE ONLY public.plan ALTER COLUMN id SET DEFAULT nextval('public.plan_id_seq'::regclass);

ALTER TABLE ONLY public.receipt ALTER COLUMN id SET DEFAULT nextval('public.receipt_id_seq'::regclass);

ALTER TABLE ONLY public.reminder ALTER COLUMN id SET DEFAULT nextval('public.reminder_id_seq'::regclass);

ALTER TABLE ONLY public.result ALTER COLUMN id SET DEFAULT nextval('public.result_id_seq'::regclass);

ALTER TABLE ONLY public.review ALTER COLUMN id SET DEFAULT nextval('public.review_id_seq'::regclass);

ALTER TABLE ONLY public.team ALTER COLUMN id SET DEFAULT nextval('public.team_id_seq'::regclass);

ALTER TABLE ONLY public.team_link ALTER COLUMN id SET DEFAULT nextval('public.team_link_id_seq'::regclass);

ALTER TABLE ONLY public.transport ALTER COLUMN id SET DEFAULT nextval('public.transport_id_seq'::regclass);

INSERT INTO public.address_mark VALUES (1, 1, 'nadie@cartagena.example', '550', 'No existe', '2023-07-19 15:00:00+00');

INSERT INTO public.alembic_version VALUES ('0003');

INSERT INTO public.annex VALUES (1, 1, 1, 11, '2023-Q2', 1, NULL, 'drive.entidad.example', NULL, NULL, 'https://drive.entidad.example/actas/mayo.pdf', NULL, '2023-07-12 13:00:00+00', 'Equipo de Uso y Apropiación', NULL, NULL, NULL, NULL, NULL);

INSERT INTO public.assignment VALUES (1, 1, 1, 1, 1, 0);
INSERT INTO public.assignment VALUES (2, 1, 1, 1, 2, 1);
INSERT INTO public.assignment VALUES (3, 1, 1, 2, 1, 0);
INSERT INTO public.assignment VALUES (4, 1, 1, 2, 2, 1);
INSERT INTO public.assignment VALUES (5, 1, 1, 3, 1, 0);
INSERT INTO public.assignment VALUES (6, 1, 1, 3, 2, 1);
INSERT INTO public.assignment VALUES (7, 1, 1, 4, 1, 0);
INSERT INTO public.assignment VALUES (8, 1, 1, 4, 2, 1);
INSERT INTO public.assignment VALUES (9, 1, 1, 5, 1, 0);
INSERT INTO public.assignment VALUES (10, 1, 1, 5, 2, 1);
INSERT INTO public.assignment VALUES (11, 1, 1, 6, 1, 0);
INSERT INTO public.assignment VALUES (12, 1, 1, 6, 2, 1);
INSERT INTO public.assignment VALUES (13, 1, 1, 7, 1, 0);
INSERT INTO public.assignment VALUES (14, 1, 1, 7, 2, 1);
INSERT INTO public.assignment VALUES (15, 1, 1, 8, 1, 0);
INSERT INTO public.assignment VALUES (16, 1, 1, 8, 2, 1);
INSERT INTO public.assignment VALUES (17, 1, 1, 9, 1, 0);
INSERT INTO public.assignment VALUES (18, 1, 1, 9, 2, 1);
INSERT INTO public.assignment VALUES (19, 1, 1, 10, 1, 0);
INSERT INTO public.assignment VALUES (20, 1, 1, 10, 2, 1);
INSERT INTO public.assignment VALUES (21, 1, 1, 11, 3, 0);
INSERT INTO public.assignment VALUES (22, 1, 1, 12, 3, 0);

INSERT INTO public.attempt VALUES (1, 1, 1, 'test', '2023-07-10 13:00:00+00', '2023-07-10 13:00:00+00', 'sent', '250', '2023-07-10_gobiernodigital@cartagena.example_2e823ed9.eml', 'email');
INSERT INTO public.attempt VALUES (2, 1, 2, 'test', '2023-07-10 13:00:00+00', '2023-07-10 13:00:00+00', 'sent', '250', '2023-07-10_usoyapropiacion@cartagena.example_2040f397.eml', 'email');

INSERT INTO public.contact VALUES (1, 1, 1, 0, 'gobiernodigital@cartagena.example', NULL, 'member', NULL, NULL);
INSERT INTO public.contact VALUES (2, 1, 1, 1, 'jefatura.oai@cartagena.example', NULL, 'head', NULL, NULL);
INSERT INTO public.contact VALUES (3, 1, 3, 0, 'usoyapropiacion@cartagena.example', NULL, 'member', NULL, NULL);
INSERT INTO public.contact VALUES (4, 1, 3, 1, 'jefatura.oai@cartagena.example', NULL, 'head', NULL, NULL);

INSERT INTO public.correspondence VALUES (1, 1, 1, '2023-Q2', 'zg7tmh4d5l');
INSERT INTO public.correspondence VALUES (2, 1, 3, '2023-Q2', 'i6vgbrafle');
INSERT INTO public.correspondence VALUES (3, 1, 0, '2023-Q2', 'rehqxjj4yw');

INSERT INTO public.decision VALUES (1, 1, 'silence', 2, NULL, '', '2023-07-11', '2023-07-31', 'Hay una auditoría en curso.', 'Coordinación', '2023-07-11 13:00:00+00', NULL, NULL, NULL);
INSERT INTO public.decision VALUES (2, 1, 'extension', 3, NULL, '2023-Q2', '2023-07-11', '2023-07-28', 'Hay una auditoría en curso.', 'Coordinación', '2023-07-11 13:00:00+00', NULL, NULL, NULL);

INSERT INTO public.entity VALUES (1, 'cartagena', 'Alcaldía de Cartagena', NULL, 15, '438aebfa3658f73c4248019ac75a376236a1c9ad30fd7c4e91b348434a915722');

INSERT INTO public.event VALUES (1, 1, 1, 'period_opened', 'plan:1', '{"closes_on":"2023-04-18","period":"2023-Q1","plan":"cartagena_2023","report_by":"2023-04-11"}', 'gdflow', '2023-04-10 13:00:00+00', '0000000000000000000000000000000000000000000000000000000000000000', '174b7a8cda02b13a5f5293cbf0bce2d01430745b1d823106b4734c569f7d87ab');
INSERT INTO public.event VALUES (2, 1, 2, 'period_opened', 'plan:1', '{"closes_on":"2023-07-17","period":"2023-Q2","plan":"cartagena_2023","report_by":"2023-07-10"}', 'gdflow', '2023-04-10 13:00:00+00', '174b7a8cda02b13a5f5293cbf0bce2d01430745b1d823106b4734c569f7d87ab', '901ccae84714358bc75fc99f5ca0d173396be2affdbfb8f0464e64cdec40cce5');
INSERT INTO public.event VALUES (3, 1, 3, 'plan_imported', 'plan:1', '{"code":"cartagena_2023","lines":12,"outcome":"new","source":"cartagena_2023.xlsx"}', 'gdflow', '2023-04-10 13:00:00+00', '901ccae84714358bc75fc99f5ca0d173396be2affdbfb8f0464e64cdec40cce5', 'c49ff412ba22e15a8fb02a7ea5347360cce0914945c4858e32e2d53fae16366e');
INSERT INTO public.event VALUES (4, 1, 4, 'period_opened', 'plan:1', '{"closes_on":"2023-10-13","period":"2023-Q3","plan":"cartagena_2023","report_by":"2023-10-06"}', 'gdflow', '2023-07-10 13:00:00+00', 'c49ff412ba22e15a8fb02a7ea5347360cce0914945c4858e32e2d53fae16366e', '4512e11f3f46731a86e43c88ff0f729c15e3481270f15fd7d94444303e3bdd53');
INSERT INTO public.event VALUES (5, 1, 5, 'coordinator_told', 'coordinator', '{"findings":[],"imports":["1:bf7e22caa64e047c:2023-04-10T13:00:00+00:00"],"notice":null}', 'gdflow', '2023-07-10 13:00:00+00', '4512e11f3f46731a86e43c88ff0f729c15e3481270f15fd7d94444303e3bdd53', '2c6099fafb2fb127ffbbf675d729bca90275184247b0d363f0c64adde409bed8');
INSERT INTO public.event VALUES (6, 1, 6, 'scanned', 'day:2023-07-10', '{"known":0,"new":9,"notices":2}', 'gdflow', '2023-07-10 13:00:00+00', '2c6099fafb2fb127ffbbf675d729bca90275184247b0d363f0c64adde409bed8', 'bf53ccbf58dc42571421c9be662cf1b966ccbd7c9eec6a283c6aa8a8f183ee3f');
INSERT INTO public.event VALUES (7, 1, 7, 'form_received', 'team:3', '{"lines":[11],"problems":0,"receipt":"R-VGF5-YVE3-6VRE"}', 'Equipo de Uso y Apropiación', '2023-07-11 15:00:00+00', 'bf53ccbf58dc42571421c9be662cf1b966ccbd7c9eec6a283c6aa8a8f183ee3f', '14160953d423a1d37d405c4db951c0b4b3dd58d678fe98c6b02a799e9d84d7fc');
INSERT INTO public.event VALUES (8, 1, 8, 'form_received', 'team:3', '{"lines":[11],"problems":0,"receipt":"R-6L3C-BEBE-ZRV4"}', 'Equipo de Uso y Apropiación', '2023-07-12 15:00:00+00', '14160953d423a1d37d405c4db951c0b4b3dd58d678fe98c6b02a799e9d84d7fc', '331ed4c20888651a6f0298c1428805bf8e9df2a5805c46ccb2ad0c308702534d');
INSERT INTO public.event VALUES (9, 1, 9, 'form_received', 'team:1', '{"lines":[],"problems":0,"receipt":"R-NG74-7BNX-CQGO"}', 'Equipo Gobierno Digital', '2023-07-11 15:00:00+00', '331ed4c20888651a6f0298c1428805bf8e9df2a5805c46ccb2ad0c308702534d', '29c7ac8a3a129c330dd042a6f96bce5c7cd770fd9031d3b549d9ff6466c06fb5');
INSERT INTO public.event VALUES (10, 1, 10, 'decision_taken', 'line:2', '{"decision":1,"kind":"silence","period":null,"reason":"Hay una auditoría en curso.","to_team":null,"until":"2023-07-31"}', 'Coordinación', '2023-07-11 13:00:00+00', '29c7ac8a3a129c330dd042a6f96bce5c7cd770fd9031d3b549d9ff6466c06fb5', '07f2e3435def8cd1dd77db58177e5fa297691b6feb563e3541856f9e428b2aa9');
INSERT INTO public.event VALUES (11, 1, 11, 'decision_taken', 'line:3', '{"decision":2,"kind":"extension","period":"2023-Q2","reason":"Hay una auditoría en curso.","to_team":null,"until":"2023-07-28"}', 'Coordinación', '2023-07-11 13:00:00+00', '07f2e3435def8cd1dd77db58177e5fa297691b6feb563e3541856f9e428b2aa9', 'd9fcb7589ba23f4a7a15190322df9e9b04afae0f8733ed02d8aef8e5320ef54e');
INSERT INTO public.event VALUES (12, 1, 12, 'evidence_added', 'line:11', '{"annex":1,"evidence":1,"link":"https://drive.entidad.example/actas/mayo.pdf","period":"2023-Q2"}', 'Equipo de Uso y Apropiación', '2023-07-12 13:00:00+00', 'd9fcb7589ba23f4a7a15190322df9e9b04afae0f8733ed02d8aef8e5320ef54e', '6f24a11e860384e1f78a0e5c45b5a4372e480067634fbb5becce388aa373b3e6');
INSERT INTO public.event VALUES (13, 1, 13, 'review_mode', 'plan:1', '{"mode":"coordinator"}', 'Coordinación', '2023-07-12 13:00:00+00', '6f24a11e860384e1f78a0e5c45b5a4372e480067634fbb5becce388aa373b3e6', '51dd2d48c9b01bc8bb72fbf3aa836b70104d6fbd659b78e87b0b385b30b1b0a8');
INSERT INTO public.event VALUES (14, 1, 14, 'report_accepted', 'line:11', '{"note":null,"period":"2023-Q2","result":14,"version":2}', 'Coordinación', '2023-07-12 13:00:00+00', '51dd2d48c9b01bc8bb72fbf3aa836b70104d6fbd659b78e87b0b385b30b1b0a8', 'e855c084f2aade4e33c319f1526edec919464f7f5bb533a911f27065cf952592');
INSERT INTO public.event VALUES (15, 1, 15, 'scanned', 'day:2023-07-17', '{"known":0,"new":13,"notices":3}', 'gdflow', '2023-07-17 13:00:00+00', 'e855c084f2aade4e33c319f1526edec919464f7f5bb533a911f27065cf952592', '438aebfa3658f73c4248019ac75a376236a1c9ad30fd7c4e91b348434a915722');

INSERT INTO public.evidence VALUES (1, 1, 1, 'https://cartagena.example/acta.pdf');

INSERT INTO public.form_issue VALUES (1, 1, 3, '2023-Q2', '97b1112a6e4c6947e12941e24981e8bd5188a60cada8c760a8435df4a735b3af', '[1]', '2023-07-11 13:00:00+00');
INSERT INTO public.form_issue VALUES (2, 1, 1, '2023-Q2', '8e28c6fac3724e9757f36790436836c3f772cdb28a36de05d6fc07021df8a5f4', '[1]', '2023-07-11 13:00:00+00');

INSERT INTO public.import_issue VALUES (1, 1, 1, 1, 0, 'PLAN DE ACCION', NULL, NULL, 'placeholder_zero', 'info', '0', 'vacío', 'En todo el plan: el 0 de «2023 RESULTADO TRIMESTRE 2» se tomó como vacío: ese período aún no tenía reporte.');
INSERT INTO public.import_issue VALUES (2, 1, 1, 1, 1, 'PLAN DE ACCION', NULL, NULL, 'placeholder_zero', 'info', '0', 'vacío', 'En todo el plan: el 0 de «2023 RESULTADO TRIMESTRE 3» se tomó como vacío: ese período aún no tenía reporte.');
INSERT INTO public.import_issue VALUES (3, 1, 1, 1, 2, 'PLAN DE ACCION', NULL, NULL, 'placeholder_zero', 'info', '0', 'vacío', 'En todo el plan: el 0 de «2023 RESULTADO TRIMESTRE 4» se tomó como vacío: ese período aún no tenía reporte.');
INSERT INTO public.import_issue VALUES (4, 1, 1, 1, 3, 'PLAN DE ACCION', 8, 'J8', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J8: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (5, 1, 1, 1, 4, 'PLAN DE ACCION', 9, 'J9', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J9: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (6, 1, 1, 1, 5, 'PLAN DE ACCION', 10, 'J10', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J10: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (7, 1, 1, 1, 6, 'PLAN DE ACCION', 11, 'J11', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J11: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (8, 1, 1, 1, 7, 'PLAN DE ACCION', 12, 'J12', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J12: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (9, 1, 1, 1, 8, 'PLAN DE ACCION', 13, 'J13', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J13: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (10, 1, 1, 1, 9, 'PLAN DE ACCION', 14, 'J14', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J14: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (11, 1, 1, 1, 10, 'PLAN DE ACCION', 15, 'J15', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J15: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (12, 1, 1, 1, 11, 'PLAN DE ACCION', 16, 'J16', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J16: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (13, 1, 1, 1, 12, 'PLAN DE ACCION', 17, 'J17', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J17: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (14, 1, 1, 1, 13, 'PLAN DE ACCION', 12, 'D12', 'duplicate_number', 'info', '4', NULL, 'Celda D12: el número 4 ya lo tiene la fila 11; las dos líneas se conservan, cada una con su dato.');

INSERT INTO public.inbound_mail VALUES (1, 1, '<1@cartagena.example>', 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', 'ana@cartagena.example', 'Hola', '2023-07-19 15:00:00+00', 'quarantined', NULL, '', 'no_team', 'Hola', NULL);

INSERT INTO public.line VALUES (1, 1, 1, '538b8507-3e65-5c69-88cd-28332df4dfbf', 0, 'PLAN DE ACCION', 8, '1', 'Definir la hoja de ruta para la implementación de Gobierno Digital', 'Hoja de ruta para la implementación de Gobierno Digital a 2023', 'Hoja de ruta para la implementación de Gobierno Digital definida', '2023-01-01', '2023-02-28', true, 1000000, 'count', false, '1 Hoja de ruta para la implementación de Gobierno Digital definida', 'sum', NULL, NULL, NULL, '1', 0, 'P', '{}', '{"0":"1","1":"Hoja de ruta gobierno digital","2":"P: Planear","3":"1. Definir la hoja de ruta para la implementación de Gobierno Digital","4":"Hoja de ruta para la implementación de Gobierno Digital a 2023","5":"Hoja de ruta para la implementación de Gobierno Digital definida","6":"1 Hoja de ruta para la implementación de Gobierno Digital definida","7":"2023-01-01","8":"2023-02-28","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"1","12":"0","13":"0","14":"0","15":"100.0%","16":"1. Para el primer trimestre se adjunta la hoja de ruta que contiene todos los elementos que se esperan construir en el marco de la política de gobierno digital (Anexo 01 Hoja de ruta para la implementación de Gobierno Digital a 2023)"}', '{"2023-Q1":"L8","2023-Q2":"M8","2023-Q3":"N8","2023-Q4":"O8"}', NULL);
INSERT INTO public.line VALUES (2, 1, 1, '7acaf4e1-edea-59ca-bcb2-d4ee428586a4', 1, 'PLAN DE ACCION', 9, '2', 'Hacer seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital', 'Informes trimestrales de seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital', NULL, '2023-01-01', '2023-12-31', true, 4000000, 'count', false, '4 Informes trimestrales de seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital', 'sum', NULL, NULL, NULL, '1', 0, 'V', '{}', '{"0":"1","1":"Hoja de ruta gobierno digital","2":"V: Verificar","3":"2. Hacer seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital","4":"Informes trimestrales de seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital","6":"4 Informes trimestrales de seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital","7":"2023-01-01","8":"2023-12-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"4","11":"1","12":"0","13":"0","14":"0","15":"25.0%","16":"1. Para primer trimestre se presenta un grafico estadístico que mide el avance por cada uno de los elementos (habilitadores, líneas de acción e iniciativas) que componen la política de gobierno digital (Anexo 01 Hoja de ruta para la implementación de Gobierno Digital a 2023)"}', '{"2023-Q1":"L9","2023-Q2":"M9","2023-Q3":"N9","2023-Q4":"O9"}', NULL);
INSERT INTO public.line VALUES (3, 1, 1, 'f4fe7239-97ee-53e0-997a-78c18381b8ee', 2, 'PLAN DE ACCION', 10, '3', 'Sensibilizar a las áreas de gestión OAI sobre la Política de Gobierno Digital', '- Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito', 'Se mide el avance del Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito elaborado', '2023-01-01', '2023-07-31', true, 21000000, 'count', false, '21 actividades programadas en el Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito elaborado', 'sum', NULL, NULL, NULL, '2', 1, 'H', '{}', '{"0":"2","1":"Sensibilización sobre gobierno digital para áreas OAI y dependencias del Distrito","2":"H: Hacer","3":"3. Sensibilizar a las áreas de gestión OAI sobre la Política de Gobierno Digital","4":"- Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito","5":"Se mide el avance del Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito elaborado","6":"21 actividades programadas en el Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito elaborado","7":"2023-01-01","8":"2023-07-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"21","11":"7","12":"0","13":"0","14":"0","15":"33.3%","16":"1. Para el primer trimestre se presenta el cronograma anual de actividades de sensibilización de la política de gobierno digital (Anexo 02 Sensibilización Gobierno Digital: cronograma de reuniones)."}', '{"2023-Q1":"L10","2023-Q2":"M10","2023-Q3":"N10","2023-Q4":"O10"}', NULL);
INSERT INTO public.line VALUES (4, 1, 1, 'dde9859d-cb1d-5e30-8cc3-5b7184851d8e', 3, 'PLAN DE ACCION', 11, '4', 'Establecimiento de la línea base de Gobierno Digital para 2023', 'Actas de reunion con evidencias de compromisos adquiridos en las mesas de transformación digital', 'Midel el numero de mesas de transformacion digital realizadas dejando como evidencia las actas de reunión con los compromisos adquiridos elaboradas', '2023-01-01', '2023-07-31', true, 21000000, 'count', false, '# Actas de reunión con evidencias de compromisos adquiridos elaboradas', 'sum', NULL, NULL, NULL, '2', 1, 'H', '{}', '{"0":"2","1":"Sensibilización sobre gobierno digital para áreas OAI y dependencias del Distrito","2":"H: Hacer","3":"4. Establecimiento de la línea base de Gobierno Digital para 2023","4":"Actas de reunion con evidencias de compromisos adquiridos en las mesas de transformación digital","5":"Midel el numero de mesas de transformacion digital realizadas dejando como evidencia las actas de reunión con los compromisos adquiridos elaboradas","6":"# Actas de reunión con evidencias de compromisos adquiridos elaboradas","7":"2023-01-01","8":"2023-07-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"21","11":"2","12":"0","13":"0","14":"0","15":"9.5%","16":"1. Para primer trimestre se adjunta una carpeta con las evidencias de las actas de reunion realizadas con la mesa de transformación digital (Anexo 02 Sensibilización Gobierno Digital: actas de reunión)"}', '{"2023-Q1":"L11","2023-Q2":"M11","2023-Q3":"N11","2023-Q4":"O11"}', NULL);
INSERT INTO public.line VALUES (5, 1, 1, '344867f8-f180-512a-a605-c7080414e45f', 4, 'PLAN DE ACCION', 12, '4', 'Establecimiento de la línea base de Gobierno Digital para 2023', 'Informe de línea base de Gobierno Digital para 2023', 'Línea base de Gobierno Digital para 2023 establecida', '2023-01-01', '2023-02-28', true, 1000000, 'count', false, '1 Informe con la Línea base de Gobierno Digital para 2023 establecida', 'sum', NULL, NULL, NULL, '3', 2, 'H', '{}', '{"0":"3","1":"Línea base Gobierno Digital","2":"H: Hacer","3":"4. Establecimiento de la línea base de Gobierno Digital para 2023","4":"Informe de línea base de Gobierno Digital para 2023","5":"Línea base de Gobierno Digital para 2023 establecida","6":"1 Informe con la Línea base de Gobierno Digital para 2023 establecida","7":"2023-01-01","8":"2023-02-28","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"1","12":"0","13":"0","14":"0","15":"100.0%","16":"1. Para primer trimestre se presenta un grafico estadístico que mide el punto de partida de los elementos (habilitadores, líneas de acción e iniciativas) que componen la política de gobierno digital. Este informe estadístico presenta una línea base del 28,72%. Es decir, este es el punto de partida para 2023 (Anexo 03 Informe de línea base de Gobierno Digital para 2023)"}', '{"2023-Q1":"L12","2023-Q2":"M12","2023-Q3":"N12","2023-Q4":"O12"}', NULL);
INSERT INTO public.line VALUES (6, 1, 1, '3461bd79-efa0-5a63-8477-aeac84a43345', 5, 'PLAN DE ACCION', 13, '5', 'Organizar el repositorio de los productos de Gobierno Digital', 'Repositorio de los productos de Gobierno Digital', 'Repositorio de los productos de Gobierno Digital organizado', '2023-01-01', '2023-02-28', true, 1000000, 'count', false, '1 Repositorio de los productos de Gobierno Digital organizado', 'sum', NULL, NULL, NULL, '4', 3, 'H', '{}', '{"0":"4","1":"Repositorio Gobierno Digital","2":"H: Hacer","3":"5. Organizar el repositorio de los productos de Gobierno Digital","4":"Repositorio de los productos de Gobierno Digital","5":"Repositorio de los productos de Gobierno Digital organizado","6":"1 Repositorio de los productos de Gobierno Digital organizado","7":"2023-01-01","8":"2023-02-28","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"1","12":"0","13":"0","14":"0","15":"100.0%","16":"1. Para primer trimestre se crea el sitio donde se almacenan los productos de la política de gobierno digital (Anexo 04 Repositorio de los productos de Gobierno Digital)"}', '{"2023-Q1":"L13","2023-Q2":"M13","2023-Q3":"N13","2023-Q4":"O13"}', NULL);
INSERT INTO public.line VALUES (7, 1, 1, 'fdd8ad59-2d44-5b37-a52f-631c7fc75386', 6, 'PLAN DE ACCION', 14, '6', 'Generar el cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito', 'Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito', 'Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito generado', '2023-01-01', '2023-02-28', true, 1000000, 'count', false, '1 Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito generado', 'sum', NULL, NULL, NULL, '5', 4, 'P', '{}', '{"0":"5","1":"Ejercicios de arquitectura empresarial","2":"P: Planear","3":"6. Generar el cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito","4":"Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito","5":"Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito generado","6":"1 Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito generado","7":"2023-01-01","8":"2023-02-28","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"1","12":"0","13":"0","14":"0","15":"100.0%","16":"1. Para primer trimestre se presenta el cronograma de las actividades a realizar en el marco de la arquitectura empresarial del distrito (Anexo 05 Ejercicios de arquitectura empresarial)"}', '{"2023-Q1":"L14","2023-Q2":"M14","2023-Q3":"N14","2023-Q4":"O14"}', NULL);
INSERT INTO public.line VALUES (8, 1, 1, 'de30a995-b442-58cc-bab0-096d7e4e4d42', 7, 'PLAN DE ACCION', 15, '7', 'Hacer seguimiento al cronograma de ejercicios de arquitectura empresarial', 'Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial', 'Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial elaborados y presentados', '2023-01-01', '2023-12-31', true, 10000000, 'count', false, '10 Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial elaborados y presentados', 'sum', NULL, NULL, NULL, '5', 4, 'V', '{}', '{"0":"5","1":"Ejercicios de arquitectura empresarial","2":"V: Verificar","3":"7. Hacer seguimiento al cronograma de ejercicios de arquitectura empresarial","4":"Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial","5":"Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial elaborados y presentados","6":"10 Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial elaborados y presentados","7":"2023-01-01","8":"2023-12-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"10","11":"0.3","12":"0","13":"0","14":"0","15":"3.0%","16":"1. Para primer trimestre se presenta un gráfico estadístico que se actualiza mensualmente desde el mes de febrero, que mide el nivel de avance de cada uno de los dominios de la arquitectura empresarial (Anexo 05 Ejercicios de arquitectura empresarial)"}', '{"2023-Q1":"L15","2023-Q2":"M15","2023-Q3":"N15","2023-Q4":"O15"}', NULL);
INSERT INTO public.line VALUES (9, 1, 1, '38116933-d65c-5306-b726-083b3c97f467', 8, 'PLAN DE ACCION', 16, '9', 'Hacer el reporte a FURAG', 'Repositorio con evidencias para el reporte a FURAG', 'Repositorio con evidencias para el reporte a FURAG alistado', '2023-03-01', '2023-04-30', true, 1000000, 'count', false, 'Repositorio con evidencias para el reporte a FURAG alistado', 'sum', NULL, NULL, NULL, '6', 5, 'H', '{}', '{"0":"6","1":"Reporte FURAG","2":"H: Hacer","3":"9. Hacer el reporte a FURAG","4":"Repositorio con evidencias para el reporte a FURAG","5":"Repositorio con evidencias para el reporte a FURAG alistado","6":"Repositorio con evidencias para el reporte a FURAG alistado","7":"2023-03-01","8":"2023-04-30","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"0","12":"0","13":"0","14":"0","15":"0.0%","16":"1. Para primer trimestre se iniciará una vez llegue el formulario de preguntas correspondientes a la política de gobierno digital (06 Evidencias FURAG 2022)"}', '{"2023-Q1":"L16","2023-Q2":"M16","2023-Q3":"N16","2023-Q4":"O16"}', NULL);
INSERT INTO public.line VALUES (10, 1, 1, 'e0ae1d04-24e9-57ad-898f-92958e242c20', 9, 'PLAN DE ACCION', 17, '10', 'Elaborar y hacer seguimiento a los Planes de Mejoramiento o resultantes según evaluación FURAG y auditorias', 'Planes de Mejoramiento o resultantes según evaluación FURAG y auditorias con seguimiento', 'Planes de Mejoramiento resultantes según evaluación FURAG y auditorias con seguimiento', '2023-04-30', '2023-12-31', true, 1000000, 'count', false, 'Planes de Mejoramiento resultantes según evaluación FURAG y auditorias con seguimiento', 'sum', NULL, NULL, NULL, '7', 6, 'A', '{}', '{"0":"7","1":"Planes de mejoramiento","2":"A: Actuar","3":"10. Elaborar y hacer seguimiento a los Planes de Mejoramiento o resultantes según evaluación FURAG y auditorias","4":"Planes de Mejoramiento o resultantes según evaluación FURAG y auditorias con seguimiento","5":"Planes de Mejoramiento resultantes según evaluación FURAG y auditorias con seguimiento","6":"Planes de Mejoramiento resultantes según evaluación FURAG y auditorias con seguimiento","7":"2023-04-30","8":"2023-12-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"0","12":"0","13":"0","14":"0","15":"0.0%","16":"1. Para primer trimestre se iniciará una vez llegue el resultado de la evaluación del furag 2022 correspondientes a la política de gobierno digital (07 Planes de mejoramiento GD)"}', '{"2023-Q1":"L17","2023-Q2":"M17","2023-Q3":"N17","2023-Q4":"O17"}', NULL);
INSERT INTO public.line VALUES (11, 1, 1, '618fcb8b-e5b2-5bc2-90b3-6f9a631f933c', 10, 'PLAN DE ACCION', 18, '11', 'Diseñar e implementar las acciones de Cultura y Apropiación de la Política de Gobierno Digital', 'Estrategia de uso y apropiación', 'mide el porcentaje de avance en la construcción de la estrategia de uso y apropiación', '2023-02-01', '2023-12-31', true, 1000000, 'count', false, '1 Estrategia de uso y apropiación definida', 'sum', NULL, NULL, NULL, '8', 7, 'H', '{}', '{"0":"8","1":"Estrategia de uso y apropiación","2":"H: Hacer","3":"11. Diseñar e implementar las acciones de Cultura y Apropiación de la Política de Gobierno Digital","4":"Estrategia de uso y apropiación","5":"mide el porcentaje de avance en la construcción de la estrategia de uso y apropiación","6":"1 Estrategia de uso y apropiación definida","7":"2023-02-01","8":"2023-12-31","9":"Equipo de Uso y Apropiación","10":"1","11":"0.2","12":"0","13":"0","14":"0","15":"20.0%","16":"1. Para primer trimestre se presenta el documento inicial sobre la estrategia de uso y apropiación del distrito (08 Cultura y Apropiación Gobierno Digital)"}', '{"2023-Q1":"L18","2023-Q2":"M18","2023-Q3":"N18","2023-Q4":"O18"}', NULL);
INSERT INTO public.line VALUES (12, 1, 1, '282023af-75d6-58f7-a5e0-5cc894305807', 11, 'PLAN DE ACCION', 19, '11', 'Diseñar e implementar las acciones de Cultura y Apropiación de la Política de Gobierno Digital', 'cronograma para la implementación de la estrategia de uso y apropiación', 'Mide el nivel de avance del cronograma de la implementación de la estrategia de uso y apropiación', '2023-02-01', '2023-12-31', true, 1000000, 'percent', false, '1 cronograma de actividades de acuerdo a la estrategia de uso y apropiación', 'sum', NULL, NULL, NULL, '8', 7, 'H', '{}', '{"0":"8","1":"Estrategia de uso y apropiación","2":"H: Hacer","3":"11. Diseñar e implementar las acciones de Cultura y Apropiación de la Política de Gobierno Digital","4":"cronograma para la implementación de la estrategia de uso y apropiación","5":"Mide el nivel de avance del cronograma de la implementación de la estrategia de uso y apropiación","6":"1 cronograma de actividades de acuerdo a la estrategia de uso y apropiación","7":"2023-02-01","8":"2023-12-31","9":"Equipo de Uso y Apropiación","10":"100%","11":"0","12":"0","13":"0","14":"0","15":"0.0%","16":"Se iniciará una vez se apruebe la estrategia de uso y apropiación del distrito"}', '{"2023-Q1":"L19","2023-Q2":"M19","2023-Q3":"N19","2023-Q4":"O19"}', NULL);

INSERT INTO public.node VALUES (1, 1, 1, 0, NULL, 'Hoja de ruta gobierno digital', '["Hoja de ruta gobierno digital"]');
INSERT INTO public.node VALUES (2, 1, 1, 1, NULL, 'Sensibilización sobre gobierno digital para áreas OAI y dependencias del Distrito', '["Sensibilización sobre gobierno digital para áreas OAI y dependencias del Distrito"]');
INSERT INTO public.node VALUES (3, 1, 1, 2, NULL, 'Línea base Gobierno Digital', '["Línea base Gobierno Digital"]');
INSERT INTO public.node VALUES (4, 1, 1, 3, NULL, 'Repositorio Gobierno Digital', '["Repositorio Gobierno Digital"]');
INSERT INTO public.node VALUES (5, 1, 1, 4, NULL, 'Ejercicios de arquitectura empresarial', '["Ejercicios de arquitectura empresarial"]');
INSERT INTO public.node VALUES (6, 1, 1, 5, NULL, 'Reporte FURAG', '["Reporte FURAG"]');
INSERT INTO public.node VALUES (7, 1, 1, 6, NULL, 'Planes de mejoramiento', '["Planes de mejoramiento"]');
INSERT INTO public.node VALUES (8, 1, 1, 7, NULL, 'Estrategia de uso y apropiación', '["Estrategia de uso y apropiación"]');

INSERT INTO public.notice VALUES (1, 1, 'notice|1|gobiernodigital@cartagena.example|2023-07-10|email|digest', '2023-07-10', 'email', 'digest', 1, 'planes@cartagena.example', 'gobiernodigital@cartagena.example', '[Gobierno Digital] Vence hoy: faltan 6 reportes del trimestre 2 · 1 actividad vencida', '<gd.27dd99528f69a704c325b985e05f5d95@cartagena.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c706c616e657340636172746167656e612e6578616d706c653e0d0a546f3a20676f626965726e6f6469676974616c40636172746167656e612e6578616d706c650d0a5265706c792d546f3a20706c616e656163696f6e40636172746167656e612e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d3542476f626965726e6f5f4469676974616c3d35445f56656e63655f686f793d33415f66616c74616e5f365f7265706f727465735f643f3d0d0a203d3f7574662d383f713f656c5f7472696d65737472655f325f3d43323d42375f315f6163746976696461645f76656e636964613f3d0d0a446174653a204d6f6e2c2031', 'sent', 1, '2023-07-10 13:00:00+00', NULL, NULL, '250', '2023-07-10_gobiernodigital@cartagena.example_2e823ed9.eml', '2023-07-10 13:00:00+00', '2023-07-10 13:00:00+00', NULL, 1);
INSERT INTO public.notice VALUES (2, 1, 'notice|1|usoyapropiacion@cartagena.example|2023-07-10|email|digest', '2023-07-10', 'email', 'digest', 3, 'planes@cartagena.example', 'usoyapropiacion@cartagena.example', '[Uso y Apropiación] Vence hoy: faltan 2 reportes del trimestre 2', '<gd.5599e83c9f2f78a6cf946caaec9db05c@cartagena.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c706c616e657340636172746167656e612e6578616d706c653e0d0a546f3a2075736f796170726f70696163696f6e40636172746167656e612e6578616d706c650d0a5265706c792d546f3a20706c616e656163696f6e40636172746167656e612e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d354255736f5f795f4170726f70696163693d43333d42336e3d35445f56656e63655f686f793d33415f66616c74616e5f325f7265706f3f3d0d0a203d3f7574662d383f713f727465735f64656c5f7472696d65737472655f323f3d0d0a446174653a204d6f6e2c203130204a756c20323032332030383a30303a3030202d', 'sent', 1, '2023-07-10 13:00:00+00', NULL, NULL, '250', '2023-07-10_usoyapropiacion@cartagena.example_2040f397.eml', '2023-07-10 13:00:00+00', '2023-07-10 13:00:00+00', NULL, 1);
INSERT INTO public.notice VALUES (3, 1, 'notice|1|usoyapropiacion@cartagena.example|2023-07-11|email|receipt:R-VGF5-YVE3-6VRE', '2023-07-11', 'email', 'receipt', 3, 'planes@cartagena.example', 'usoyapropiacion@cartagena.example', '[Uso y Apropiación] Recibido: actividad 11 · logrado: 2', '<gd.5e85470d9b35bd1c6940af20e47afdff@cartagena.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c706c616e657340636172746167656e612e6578616d706c653e0d0a546f3a2075736f796170726f70696163696f6e40636172746167656e612e6578616d706c650d0a5265706c792d546f3a20706c616e656163696f6e40636172746167656e612e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d354255736f5f795f4170726f70696163693d43333d42336e3d35445f526563696269646f3d33415f6163746976696461645f31315f3f3d0d0a203d3f7574662d383f713f3d43323d42375f6c6f677261646f3d33415f323f3d0d0a446174653a205475652c203131204a756c20323032332031303a30303a3030202d3035', 'queued', 0, '2023-07-11 15:00:00+00', NULL, NULL, NULL, NULL, '2023-07-11 15:00:00+00', NULL, NULL, 0);
INSERT INTO public.notice VALUES (4, 1, 'notice|1|usoyapropiacion@cartagena.example|2023-07-12|email|receipt:R-6L3C-BEBE-ZRV4', '2023-07-12', 'email', 'receipt', 3, 'planes@cartagena.example', 'usoyapropiacion@cartagena.example', '[Uso y Apropiación] Recibido: actividad 11 · logrado: 3', '<gd.4302ae1b28c9ee4f42a28a6560a50107@cartagena.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c706c616e657340636172746167656e612e6578616d706c653e0d0a546f3a2075736f796170726f70696163696f6e40636172746167656e612e6578616d706c650d0a5265706c792d546f3a20706c616e656163696f6e40636172746167656e612e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d354255736f5f795f4170726f70696163693d43333d42336e3d35445f526563696269646f3d33415f6163746976696461645f31315f3f3d0d0a203d3f7574662d383f713f3d43323d42375f6c6f677261646f3d33415f333f3d0d0a446174653a205765642c203132204a756c20323032332031303a30303a3030202d3035', 'queued', 0, '2023-07-12 15:00:00+00', NULL, NULL, NULL, NULL, '2023-07-12 15:00:00+00', NULL, NULL, 0);
INSERT INTO public.notice VALUES (5, 1, 'notice|1|gobiernodigital@cartagena.example|2023-07-11|email|receipt:R-NG74-7BNX-CQGO', '2023-07-11', 'email', 'receipt', 1, 'planes@cartagena.example', 'gobiernodigital@cartagena.example', '[Gobierno Digital] No se pudo recibir su reporte', '<gd.2c022180d48ca5f15520abc03af082f8@cartagena.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c706c616e657340636172746167656e612e6578616d706c653e0d0a546f3a20676f626965726e6f6469676974616c40636172746167656e612e6578616d706c650d0a5265706c792d546f3a20706c616e656163696f6e40636172746167656e612e6578616d706c650d0a5375626a6563743a205b476f626965726e6f204469676974616c5d204e6f207365207075646f2072656369626972207375207265706f7274650d0a446174653a205475652c203131204a756c20323032332031303a30303a3030202d303530300d0a4d6573736167652d49443a203c67642e3263303232313830643438636135663135353230616263303361663038326638', 'queued', 0, '2023-07-11 15:00:00+00', NULL, NULL, NULL, NULL, '2023-07-11 15:00:00+00', NULL, NULL, 0);
INSERT INTO public.notice VALUES (6, 1, 'notice|1|gobiernodigital@cartagena.example|2023-07-17|email|digest', '2023-07-17', 'email', 'digest', 1, 'planes@cartagena.example', 'gobiernodigital@cartagena.example', '[Gobierno Digital] Último plazo: faltan 4 reportes del trimestre 2 · cierra el lun 17 jul · 1 actividad vencida y 2 por vencer el lun 31 jul', '<gd.f85681b2ff2f278abcba90970cd45bb7@cartagena.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c706c616e657340636172746167656e612e6578616d706c653e0d0a546f3a20676f626965726e6f6469676974616c40636172746167656e612e6578616d706c650d0a5265706c792d546f3a20706c616e656163696f6e40636172746167656e612e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d3542476f626965726e6f5f4469676974616c3d35445f3d43333d39416c74696d6f5f706c617a6f3d33415f66616c74616e5f345f72653f3d0d0a203d3f7574662d383f713f706f727465735f64656c5f7472696d65737472655f325f3d43323d42375f6369657272615f656c5f6c756e5f31375f6a756c5f3d43323d4237', 'queued', 0, '2023-07-17 13:00:00+00', NULL, NULL, NULL, NULL, '2023-07-17 13:00:00+00', NULL, NULL, 0);
INSERT INTO public.notice VALUES (7, 1, 'notice|1|jefatura.oai@cartagena.example|2023-07-17|email|escalation', '2023-07-17', 'email', 'escalation', 1, 'planes@cartagena.example', 'jefatura.oai@cartagena.example', '[Alcaldía de Cartagena] Solicitud de apoyo: faltan 5 reportes del trimestre 2 · Equipo Gobierno Digital y Equipo de Uso y Apropiación', '<gd.3d7f17bd2b79ae44c5e399d3182cf79c@cartagena.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c706c616e657340636172746167656e612e6578616d706c653e0d0a546f3a206a656661747572612e6f616940636172746167656e612e6578616d706c650d0a5265706c792d546f3a20706c616e656163696f6e40636172746167656e612e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d3542416c63616c643d43333d4144615f64655f436172746167656e613d35445f536f6c6963697475645f64655f61706f796f3d33415f3f3d0d0a203d3f7574662d383f713f66616c74616e5f355f7265706f727465735f64656c5f7472696d65737472655f325f3d43323d42375f45717569706f5f476f626965726e6f5f446967', 'queued', 0, '2023-07-17 13:00:00+00', NULL, NULL, NULL, NULL, '2023-07-17 13:00:00+00', NULL, NULL, 0);
INSERT INTO public.notice VALUES (8, 1, 'notice|1|usoyapropiacion@cartagena.example|2023-07-17|email|digest', '2023-07-17', 'email', 'digest', 3, 'planes@cartagena.example', 'usoyapropiacion@cartagena.example', '[Uso y Apropiación] Último plazo: falta 1 reporte del trimestre 2 · cierra el lun 17 jul', '<gd.16b16fb9f66e4ff59f1ec0e05608b967@cartagena.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c706c616e657340636172746167656e612e6578616d706c653e0d0a546f3a2075736f796170726f70696163696f6e40636172746167656e612e6578616d706c650d0a5265706c792d546f3a20706c616e656163696f6e40636172746167656e612e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d354255736f5f795f4170726f70696163693d43333d42336e3d35445f3d43333d39416c74696d6f5f706c617a6f3d33415f66616c74613f3d0d0a203d3f7574662d383f713f5f315f7265706f7274655f64656c5f7472696d65737472655f325f3d43323d42375f6369657272615f656c5f6c756e5f31375f6a756c3f3d0d', 'queued', 0, '2023-07-17 13:00:00+00', NULL, NULL, NULL, NULL, '2023-07-17 13:00:00+00', NULL, NULL, 0);

INSERT INTO public.notice_reminder VALUES (1, 1, 1, 1);
INSERT INTO public.notice_reminder VALUES (2, 1, 1, 2);
INSERT INTO public.notice_reminder VALUES (3, 1, 1, 3);
INSERT INTO public.notice_reminder VALUES (4, 1, 1, 4);
INSERT INTO public.notice_reminder VALUES (5, 1, 1, 5);
INSERT INTO public.notice_reminder VALUES (6, 1, 1, 6);
INSERT INTO public.notice_reminder VALUES (7, 1, 1, 7);
INSERT INTO public.notice_reminder VALUES (8, 1, 2, 8);
INSERT INTO public.notice_reminder VALUES (9, 1, 2, 9);
INSERT INTO public.notice_reminder VALUES (10, 1, 6, 11);
INSERT INTO public.notice_reminder VALUES (11, 1, 6, 12);
INSERT INTO public.notice_reminder VALUES (12, 1, 6, 13);
INSERT INTO public.notice_reminder VALUES (13, 1, 6, 15);
INSERT INTO public.notice_reminder VALUES (14, 1, 6, 17);
INSERT INTO public.notice_reminder VALUES (15, 1, 6, 19);
INSERT INTO public.notice_reminder VALUES (16, 1, 6, 10);
INSERT INTO public.notice_reminder VALUES (17, 1, 7, 14);
INSERT INTO public.notice_reminder VALUES (18, 1, 7, 16);
INSERT INTO public.notice_reminder VALUES (19, 1, 7, 18);
INSERT INTO public.notice_reminder VALUES (20, 1, 7, 20);
INSERT INTO public.notice_reminder VALUES (21, 1, 7, 22);
INSERT INTO public.notice_reminder VALUES (22, 1, 8, 21);

INSERT INTO public.obligation VALUES (1, 1, 1, 1, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (2, 1, 1, 2, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (3, 1, 1, 2, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (4, 1, 1, 2, 1, 'deadline', '', '2023-12-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (5, 1, 1, 3, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (7, 1, 1, 3, 1, 'deadline', '', '2023-07-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (8, 1, 1, 4, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (9, 1, 1, 4, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (10, 1, 1, 4, 1, 'deadline', '', '2023-07-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (11, 1, 1, 5, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (12, 1, 1, 6, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (13, 1, 1, 7, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (14, 1, 1, 8, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (15, 1, 1, 8, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (16, 1, 1, 8, 1, 'deadline', '', '2023-12-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (17, 1, 1, 9, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (18, 1, 1, 9, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (19, 1, 1, 9, 1, 'deadline', '', '2023-04-30', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (20, 1, 1, 10, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (21, 1, 1, 10, 1, 'deadline', '', '2023-12-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (22, 1, 1, 11, 3, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (25, 1, 1, 12, 3, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (26, 1, 1, 12, 3, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (27, 1, 1, 12, 3, 'deadline', '', '2023-12-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (31, 1, 1, 2, 1, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (35, 1, 1, 3, 1, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (39, 1, 1, 4, 1, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (46, 1, 1, 8, 1, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (50, 1, 1, 9, 1, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'carried_overdue', 'owed', NULL);
INSERT INTO public.obligation VALUES (53, 1, 1, 10, 1, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (61, 1, 1, 12, 3, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (23, 1, 1, 11, 3, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'met', '2023-07-11');
INSERT INTO public.obligation VALUES (24, 1, 1, 11, 3, 'deadline', '', '2023-12-31', '9999-12-31', 'due_date', 'complete', '2023-07-11');
INSERT INTO public.obligation VALUES (57, 1, 1, 11, 3, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'complete', '2023-07-11');
INSERT INTO public.obligation VALUES (6, 1, 1, 3, 1, 'result', '2023-Q2', '2023-07-28', '2023-07-28', 'in_window', 'owed', NULL);

INSERT INTO public.period VALUES (1, 1, 1, '2023-Q1', 'quarter', '2023-01-01', '2023-03-31', '2023-04-11', '2023-04-18', '2023-04-10 13:00:00+00');
INSERT INTO public.period VALUES (2, 1, 1, '2023-Q2', 'quarter', '2023-04-01', '2023-06-30', '2023-07-10', '2023-07-17', '2023-04-10 13:00:00+00');
INSERT INTO public.period VALUES (3, 1, 1, '2023-Q3', 'quarter', '2023-07-01', '2023-09-30', '2023-10-06', '2023-10-13', '2023-07-10 13:00:00+00');

INSERT INTO public.plan VALUES (1, 1, 'cartagena_2023', 'PLAN DE ACCIÓN POLÍTICA DE GESTIÓN Y DESEMPEÑO', 'action_plan', 'quarter', 2023, 'PLAN DE ACCION', 'cartagena_2023.xlsx', 'bf7e22caa64e047c35bde5b35af74f825a34becb32cbcd13efb17a1792c84221', 7, '[[0,"ITEM","item",null],[1,"DESCRIPCION DE LOS CRITERIOS DIFERENCIALES QUE LE APLICAN","path",null],[2,"CICLO DE PROCESO P: Planear H: Hacer V: Verificar A: Actuar","stage",null],[3,"ACTIVIDAD","activity",null],[4,"PRODUCTO","deliverable",null],[5,"DESCRIPCIÓN DEL INDICADOR","indicator",null],[6,"DESCRIPCION DE LA META","target_text",null],[7,"FECHA INICIO","start",null],[8,"FECHA FINAL","due",null],[9,"RESPONSABLE","responsible",null],[10,"META DEL INDICADOR","target",null],[11,"2023 RESULTADO TRIMESTRE 1","result","2023-Q1"],[12,"2023 RESULTADO TRIMESTRE 2","result","2023-Q2"],[13,"2023 RESULTADO TRIMESTRE 3","result","2023-Q3"],[14,"2023 RESULTADO TRIMESTRE 4","result","2023-Q4"],[15,"RESULTADO","printed_result",null],[16,"OBSERVACIONES","observations",null]]', 1, '2023-04-10 13:00:00+00', 'coordinator');

INSERT INTO public.receipt VALUES (1, 1, 'R-VGF5-YVE3-6VRE', 3, '2023-Q2', 'b669dcdd77aec0df191264d7ede38dcff09b728138aeff6f8184743e245aa30d', 'formulario.xlsx', 9070, '2023-07-11 15:00:00+00', 'read', NULL, NULL, 'command', NULL, 0, NULL);
INSERT INTO public.receipt VALUES (2, 1, 'R-6L3C-BEBE-ZRV4', 3, '2023-Q2', '40a5ed9b2e1e9d2be156fe7c1458078293607dc777c310d611abb9664d6c2de0', 'formulario.xlsx', 9069, '2023-07-12 15:00:00+00', 'read', NULL, NULL, 'command', NULL, 0, NULL);
INSERT INTO public.receipt VALUES (3, 1, 'R-NG74-7BNX-CQGO', 1, '2023-Q2', '2dd7a85190fa655586de9d85d1c81c6ae05c1c335eb9b76963736e006b786a60', 'formulario.xlsx', 10376, '2023-07-11 15:00:00+00', 'read', NULL, NULL, 'command', NULL, 0, NULL);

INSERT INTO public.reminder VALUES (1, 1, 19, '2023-04-30', '+46', 'team', 'overdue', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (2, 1, 3, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (3, 1, 6, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (4, 1, 9, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (5, 1, 15, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (6, 1, 18, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (7, 1, 20, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (8, 1, 23, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 3);
INSERT INTO public.reminder VALUES (9, 1, 26, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 3);
INSERT INTO public.reminder VALUES (10, 1, 19, '2023-04-30', '+51', 'team', 'overdue', '2023-07-17', '2023-07-17', '2023-07-17 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (11, 1, 7, '2023-07-31', '-10', 'team', 'due_soon', '2023-07-14', '2023-07-17', '2023-07-17 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (12, 1, 10, '2023-07-31', '-10', 'team', 'due_soon', '2023-07-14', '2023-07-17', '2023-07-17 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (13, 1, 9, '2023-07-10', 'close-1', 'team', 'closing_soon', '2023-07-14', '2023-07-17', '2023-07-17 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (15, 1, 15, '2023-07-10', 'close-1', 'team', 'closing_soon', '2023-07-14', '2023-07-17', '2023-07-17 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (17, 1, 18, '2023-07-10', 'close-1', 'team', 'closing_soon', '2023-07-14', '2023-07-17', '2023-07-17 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (19, 1, 20, '2023-07-10', 'close-1', 'team', 'closing_soon', '2023-07-14', '2023-07-17', '2023-07-17 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (14, 1, 9, '2023-07-10', '+3', 'head', 'escalated', '2023-07-13', '2023-07-17', '2023-07-17 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (16, 1, 15, '2023-07-10', '+3', 'head', 'escalated', '2023-07-13', '2023-07-17', '2023-07-17 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (18, 1, 18, '2023-07-10', '+3', 'head', 'escalated', '2023-07-13', '2023-07-17', '2023-07-17 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (20, 1, 20, '2023-07-10', '+3', 'head', 'escalated', '2023-07-13', '2023-07-17', '2023-07-17 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (22, 1, 26, '2023-07-10', '+3', 'head', 'escalated', '2023-07-13', '2023-07-17', '2023-07-17 13:00:00+00', false, NULL, 3);
INSERT INTO public.reminder VALUES (21, 1, 26, '2023-07-10', 'close-1', 'team', 'closing_soon', '2023-07-14', '2023-07-17', '2023-07-17 13:00:00+00', false, NULL, 3);

INSERT INTO public.result VALUES (1, 1, 1, 1, '2023-Q1', 1000000, 'Para el primer trimestre se adjunta la hoja de ruta que contiene todos los elementos que se esperan construir en el marco de la política de gobierno digital (Anexo 01 Hoja de ruta para la implementación de Gobierno Digital a 2023)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (2, 1, 1, 2, '2023-Q1', 1000000, 'Para primer trimestre se presenta un grafico estadístico que mide el avance por cada uno de los elementos (habilitadores, líneas de acción e iniciativas) que componen la política de gobierno digital (Anexo 01 Hoja de ruta para la implementación de Gobierno Digital a 2023)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (3, 1, 1, 3, '2023-Q1', 7000000, 'Para el primer trimestre se presenta el cronograma anual de actividades de sensibilización de la política de gobierno digital (Anexo 02 Sensibilización Gobierno Digital: cronograma de reuniones).', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (4, 1, 1, 4, '2023-Q1', 2000000, 'Para primer trimestre se adjunta una carpeta con las evidencias de las actas de reunion realizadas con la mesa de transformación digital (Anexo 02 Sensibilización Gobierno Digital: actas de reunión)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (5, 1, 1, 5, '2023-Q1', 1000000, 'Para primer trimestre se presenta un grafico estadístico que mide el punto de partida de los elementos (habilitadores, líneas de acción e iniciativas) que componen la política de gobierno digital. Este informe estadístico presenta una línea base del 28,72%. Es decir, este es el punto de partida para 2023 (Anexo 03 Informe de línea base de Gobierno Digital para 2023)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (6, 1, 1, 6, '2023-Q1', 1000000, 'Para primer trimestre se crea el sitio donde se almacenan los productos de la política de gobierno digital (Anexo 04 Repositorio de los productos de Gobierno Digital)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (7, 1, 1, 7, '2023-Q1', 1000000, 'Para primer trimestre se presenta el cronograma de las actividades a realizar en el marco de la arquitectura empresarial del distrito (Anexo 05 Ejercicios de arquitectura empresarial)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (8, 1, 1, 8, '2023-Q1', 300000, 'Para primer trimestre se presenta un gráfico estadístico que se actualiza mensualmente desde el mes de febrero, que mide el nivel de avance de cada uno de los dominios de la arquitectura empresarial (Anexo 05 Ejercicios de arquitectura empresarial)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (9, 1, 1, 9, '2023-Q1', 0, 'Para primer trimestre se iniciará una vez llegue el formulario de preguntas correspondientes a la política de gobierno digital (06 Evidencias FURAG 2022)', 'Para primer trimestre se iniciará una vez llegue el formulario de preguntas correspondientes a la política de gobierno digital (06 Evidencias FURAG 2022)', 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (10, 1, 1, 10, '2023-Q1', 0, 'Para primer trimestre se iniciará una vez llegue el resultado de la evaluación del furag 2022 correspondientes a la política de gobierno digital (07 Planes de mejoramiento GD)', 'Para primer trimestre se iniciará una vez llegue el resultado de la evaluación del furag 2022 correspondientes a la política de gobierno digital (07 Planes de mejoramiento GD)', 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (11, 1, 1, 11, '2023-Q1', 200000, 'Para primer trimestre se presenta el documento inicial sobre la estrategia de uso y apropiación del distrito (08 Cultura y Apropiación Gobierno Digital)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (12, 1, 1, 12, '2023-Q1', 0, 'Se iniciará una vez se apruebe la estrategia de uso y apropiación del distrito', 'Se iniciará una vez se apruebe la estrategia de uso y apropiación del distrito', 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (13, 1, 1, 11, '2023-Q2', 2000000, 'Se avanzó.', NULL, 'form', '2023-07-11 15:00:00+00', 'R-VGF5-YVE3-6VRE', false, NULL);
INSERT INTO public.result VALUES (14, 1, 1, 11, '2023-Q2', 3000000, 'Se avanzó.', NULL, 'form', '2023-07-12 15:00:00+00', 'R-6L3C-BEBE-ZRV4', true, 13);

INSERT INTO public.review VALUES (1, 1, 14, 'accepted', NULL, 'Coordinación', '2023-07-12 13:00:00+00');

INSERT INTO public.team VALUES (1, 1, 'Equipo Gobierno Digital', 'equipo gobierno digital');
INSERT INTO public.team VALUES (2, 1, 'áreas de gestión OAI', 'areas de gestion oai');
INSERT INTO public.team VALUES (3, 1, 'Equipo de Uso y Apropiación', 'equipo de uso y apropiacion');

INSERT INTO public.team_link VALUES (1, 1, 1, '2023-Q2', 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '2023-07-19 15:00:00+00', '2023-08-20 00:00:00+00', NULL, NULL);

INSERT INTO public.transport VALUES (1, 1, 'email', 0, NULL, NULL, NULL);

SELECT pg_catalog.setval('public.address_mark_id_seq', 1, true);

SELECT pg_catalog.setval('public.annex_id_seq', 1, true);

SELECT pg_catalog.setval('public.assignment_id_seq', 22, true);

SELECT pg_catalog.setval('public.attempt_id_seq', 2, true);

SELECT pg_catalog.setval('public.contact_id_seq', 4, true);

SELECT pg_catalog.setval('public.correspondence_id_seq', 3, true);

SELECT pg_catalog.setval('public.decision_id_seq', 2, true);

SELECT pg_catalog.setval('public.entity_id_seq', 1, true);

SELECT pg_catalog.setval('public.event_id_seq', 15, true);

SELECT pg_catalog.setval('public.evidence_id_seq', 1, true);

SELECT pg_catalog.setval('public.form_issue_id_seq', 2, true);

SELECT pg_catalog.setval('public.import_issue_id_seq', 14, true);

SELECT pg_catalog.setval('public.inbound_mail_id_seq', 1, true);

SELECT pg_catalog.setval('public.line_id_seq', 12, true);

SELECT pg_catalog.setval('public.node_id_seq', 8, true);

SELECT pg_catalog.setval('public.notice_id_seq', 8, true);

SELECT pg_catalog.setval('public.notice_reminder_id_seq', 22, true);

SELECT pg_catalog.setval('public.obligation_id_seq', 227, true);

SELECT pg_catalog.setval('public.period_id_seq', 3, true);

SELECT pg_catalog.setval('public.plan_id_seq', 1, true);

SELECT pg_catalog.setval('public.receipt_id_seq', 3, true);

SELECT pg_catalog.setval('public.reminder_id_seq', 22, true);

SELECT pg_catalog.setval('public.result_id_seq', 14, true);

SELECT pg_catalog.setval('public.review_id_seq', 1, true);

SELECT pg_catalog.setval('public.team_id_seq', 3, true);

SELECT pg_catalog.setval('public.team_link_id_seq', 1, true);

SELECT pg_catalog.setval('public.transport_id_seq', 1, true);

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);

ALTER TABLE ONLY public.address_mark
    ADD CONSTRAINT pk_address_mark PRIMARY KEY (id);

ALTER TABLE ONLY public.annex
    ADD CONSTRAINT pk_annex PRIMARY KEY (id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT pk_assignment PRIMARY KEY (id);

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT pk_attempt PRIMARY KEY (id);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT pk_contact PRIMARY KEY (id);

ALTER TABLE ONLY public.correspondence
    ADD CONSTRAINT pk_correspondence PRIMARY KEY (id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT pk_decision PRIMARY KEY (id);

ALTER TABLE ONLY public.entity
    ADD CONSTRAINT pk_entity PRIMARY KEY (id);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT pk_event PRIMARY KEY (id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT pk_evidence PRIMARY KEY (id);

ALTER TABLE ONLY public.form_issue
    ADD CONSTRAINT pk_form_issue PRIMARY KEY (id);

ALTER TABLE ONLY public.import_issue
    ADD CONSTRAINT pk_import_issue PRIMARY KEY (id);

ALTER TABLE ONLY public.inbound_mail
    ADD CONSTRAINT pk_inbound_mail PRIMARY KEY (id);

ALTER TABLE ONLY public.line
    ADD CONSTRAINT pk_line PRIMARY KEY (id);

ALTER TABLE ONLY public.node
    ADD CONSTRAINT pk_node PRIMARY KEY (id);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT pk_notice PRIMARY KEY (id);

ALTER TABLE ONLY public.notice_reminder
    ADD CONSTRAINT pk_notice_reminder PRIMARY KEY (id);

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT pk_obligation PRIMARY KEY (id);

ALTER TABLE ONLY public.period
    ADD CONSTRAINT pk_period PRIMARY KEY (id);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT pk_plan PRIMARY KEY (id);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT pk_receipt PRIMARY KEY (id);

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT pk_reminder PRIMARY KEY (id);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT pk_result PRIMARY KEY (id);

ALTER TABLE ONLY public.review
    ADD CONSTRAINT pk_review PRIMARY KEY (id);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT pk_team PRIMARY KEY (id);

ALTER TABLE ONLY public.team_link
    ADD CONSTRAINT pk_team_link PRIMARY KEY (id);

ALTER TABLE ONLY public.transport
    ADD CONSTRAINT pk_transport PRIMARY KEY (id);

ALTER TABLE ONLY public.address_mark
    ADD CONSTRAINT uq_address_mark_entity_id_address UNIQUE (entity_id, address);

ALTER TABLE ONLY public.annex
    ADD CONSTRAINT uq_annex_plan_id_period_number UNIQUE (plan_id, period, number);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT uq_assignment_line_id_position UNIQUE (line_id, "position");

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT uq_contact_team_id_email UNIQUE (team_id, email);

ALTER TABLE ONLY public.correspondence
    ADD CONSTRAINT uq_correspondence_entity_id_team_id_period UNIQUE (entity_id, team_id, period);

ALTER TABLE ONLY public.correspondence
    ADD CONSTRAINT uq_correspondence_reference UNIQUE (reference);

ALTER TABLE ONLY public.entity
    ADD CONSTRAINT uq_entity_code UNIQUE (code);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT uq_event_entity_id_sequence UNIQUE (entity_id, sequence);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT uq_evidence_result_id UNIQUE (result_id);

ALTER TABLE ONLY public.form_issue
    ADD CONSTRAINT uq_form_issue_token_sha256 UNIQUE (token_sha256);

ALTER TABLE ONLY public.import_issue
    ADD CONSTRAINT uq_import_issue_plan_id_revision_position UNIQUE (plan_id, revision, "position");

ALTER TABLE ONLY public.inbound_mail
    ADD CONSTRAINT uq_inbound_mail_entity_id_message_id UNIQUE (entity_id, message_id);

ALTER TABLE ONLY public.line
    ADD CONSTRAINT uq_line_uid UNIQUE (uid);

ALTER TABLE ONLY public.node
    ADD CONSTRAINT uq_node_plan_id_position UNIQUE (plan_id, "position");

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT uq_notice_entity_id_key UNIQUE (entity_id, key);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT uq_notice_message_id UNIQUE (message_id);

ALTER TABLE ONLY public.notice_reminder
    ADD CONSTRAINT uq_notice_reminder_reminder_id_notice_id UNIQUE (reminder_id, notice_id);

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT uq_obligation_line_id_kind_period UNIQUE (line_id, kind, period);

ALTER TABLE ONLY public.period
    ADD CONSTRAINT uq_period_plan_id_key UNIQUE (plan_id, key);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT uq_plan_entity_id_code UNIQUE (entity_id, code);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT uq_receipt_entity_id_number UNIQUE (entity_id, number);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT uq_receipt_entity_id_team_id_period_sha256 UNIQUE NULLS NOT DISTINCT (entity_id, team_id, period, sha256);

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT uq_reminder_obligation_id_due_on_step_audience_team_id UNIQUE (obligation_id, due_on, step, audience, team_id);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT uq_team_entity_id_folded UNIQUE (entity_id, folded);

ALTER TABLE ONLY public.team_link
    ADD CONSTRAINT uq_team_link_token_sha256 UNIQUE (token_sha256);

ALTER TABLE ONLY public.transport
    ADD CONSTRAINT uq_transport_entity_id_channel UNIQUE (entity_id, channel);

CREATE INDEX ix_annex_line_id ON public.annex USING btree (line_id, period);

CREATE INDEX ix_annex_sha256 ON public.annex USING btree (sha256);

CREATE INDEX ix_assignment_plan_id ON public.assignment USING btree (plan_id);

CREATE INDEX ix_attempt_entity_id_channel ON public.attempt USING btree (entity_id, channel, started_at);

CREATE INDEX ix_attempt_notice_id ON public.attempt USING btree (notice_id);

CREATE INDEX ix_decision_entity_id_kind ON public.decision USING btree (entity_id, kind);

CREATE INDEX ix_decision_line_id ON public.decision USING btree (line_id);

CREATE INDEX ix_event_entity_id_subject ON public.event USING btree (entity_id, subject);

CREATE INDEX ix_inbound_mail_entity_id_state ON public.inbound_mail USING btree (entity_id, state);

CREATE INDEX ix_line_plan_id_position ON public.line USING btree (plan_id, "position");

CREATE INDEX ix_notice_entity_id_day ON public.notice USING btree (entity_id, day);

CREATE INDEX ix_notice_leased ON public.notice USING btree (lease_until) WHERE ((state)::text = 'sending'::text);

CREATE INDEX ix_notice_reminder_notice_id ON public.notice_reminder USING btree (notice_id);

CREATE INDEX ix_notice_sendable ON public.notice USING btree (entity_id, channel, priority, not_before, id) WHERE ((state)::text = ANY ((ARRAY['queued'::character varying, 'retry'::character varying])::text[]));

CREATE INDEX ix_notice_troubled ON public.notice USING btree (entity_id, state) WHERE ((state)::text = ANY ((ARRAY['refused'::character varying, 'in_doubt'::character varying])::text[]));

CREATE INDEX ix_obligation_open ON public.obligation USING btree (entity_id, kind, due_on, closes_on, line_id, team_id, done_on) WHERE (done_on IS NULL);

CREATE INDEX ix_obligation_plan_id_period ON public.obligation USING btree (plan_id, period);

CREATE INDEX ix_receipt_unread ON public.receipt USING btree (entity_id, id) WHERE ((state)::text = 'received'::text);

CREATE INDEX ix_reminder_waiting ON public.reminder USING btree (entity_id) WHERE waiting;

CREATE UNIQUE INDEX ix_result_in_force ON public.result USING btree (plan_id, line_id, period) WHERE in_force;

CREATE INDEX ix_result_line_id ON public.result USING btree (line_id);

CREATE INDEX ix_review_result_id ON public.review USING btree (result_id);

CREATE INDEX ix_team_link_team_id ON public.team_link USING btree (team_id, period);

CREATE TRIGGER event_kept BEFORE DELETE OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION public.refuse_event_change();

ALTER TABLE ONLY public.address_mark
    ADD CONSTRAINT fk_address_mark_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.annex
    ADD CONSTRAINT fk_annex_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.annex
    ADD CONSTRAINT fk_annex_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.annex
    ADD CONSTRAINT fk_annex_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT fk_attempt_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT fk_attempt_notice_id_notice FOREIGN KEY (notice_id) REFERENCES public.notice(id);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT fk_contact_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT fk_contact_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.correspondence
    ADD CONSTRAINT fk_correspondence_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT fk_decision_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT fk_decision_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT fk_decision_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT fk_decision_to_team_id_team FOREIGN KEY (to_team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT fk_event_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT fk_evidence_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT fk_evidence_result_id_result FOREIGN KEY (result_id) REFERENCES public.result(id);

ALTER TABLE ONLY public.form_issue
    ADD CONSTRAINT fk_form_issue_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.form_issue
    ADD CONSTRAINT fk_form_issue_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.import_issue
    ADD CONSTRAINT fk_import_issue_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.import_issue
    ADD CONSTRAINT fk_import_issue_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.inbound_mail
    ADD CONSTRAINT fk_inbound_mail_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.inbound_mail
    ADD CONSTRAINT fk_inbound_mail_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.line
    ADD CONSTRAINT fk_line_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.line
    ADD CONSTRAINT fk_line_plan_id_node_node FOREIGN KEY (plan_id, node) REFERENCES public.node(plan_id, "position");

ALTER TABLE ONLY public.line
    ADD CONSTRAINT fk_line_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.node
    ADD CONSTRAINT fk_node_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.node
    ADD CONSTRAINT fk_node_plan_id_parent_node FOREIGN KEY (plan_id, parent) REFERENCES public.node(plan_id, "position");

ALTER TABLE ONLY public.node
    ADD CONSTRAINT fk_node_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.notice_reminder
    ADD CONSTRAINT fk_notice_reminder_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.notice_reminder
    ADD CONSTRAINT fk_notice_reminder_notice_id_notice FOREIGN KEY (notice_id) REFERENCES public.notice(id);

ALTER TABLE ONLY public.notice_reminder
    ADD CONSTRAINT fk_notice_reminder_reminder_id_reminder FOREIGN KEY (reminder_id) REFERENCES public.reminder(id);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT fk_obligation_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT fk_obligation_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT fk_obligation_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT fk_obligation_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.period
    ADD CONSTRAINT fk_period_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.period
    ADD CONSTRAINT fk_period_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT fk_plan_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT fk_receipt_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT fk_receipt_inbound_id_inbound_mail FOREIGN KEY (inbound_id) REFERENCES public.inbound_mail(id);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT fk_receipt_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT fk_reminder_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT fk_reminder_obligation_id_obligation FOREIGN KEY (obligation_id) REFERENCES public.obligation(id);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT fk_result_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT fk_result_entity_id_receipt_receipt FOREIGN KEY (entity_id, receipt) REFERENCES public.receipt(entity_id, number);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT fk_result_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT fk_result_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT fk_result_supersedes_result FOREIGN KEY (supersedes) REFERENCES public.result(id);

ALTER TABLE ONLY public.review
    ADD CONSTRAINT fk_review_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.review
    ADD CONSTRAINT fk_review_result_id_result FOREIGN KEY (result_id) REFERENCES public.result(id);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT fk_team_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.team_link
    ADD CONSTRAINT fk_team_link_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.team_link
    ADD CONSTRAINT fk_team_link_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.transport
    ADD CONSTRAINT fk_transport_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

