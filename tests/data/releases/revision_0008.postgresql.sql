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

CREATE FUNCTION public.refuse_closing_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'closings never change'; END $$;

CREATE FUNCTION public.refuse_event_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'events are append-only'; END $$;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.account (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    email character varying NOT NULL,
    name character varying NOT NULL,
    role character varying NOT NULL,
    password_hash text,
    subject character varying,
    totp_secret character varying,
    totp_step integer,
    failures integer NOT NULL,
    locked_until timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    created_by character varying NOT NULL,
    disabled_at timestamp with time zone,
    disabled_by character varying,
    CONSTRAINT ck_account_disabled CHECK (((disabled_at IS NULL) = (disabled_by IS NULL))),
    CONSTRAINT ck_account_email_filled CHECK ((TRIM(BOTH FROM email) <> ''::text)),
    CONSTRAINT ck_account_failures CHECK ((failures >= 0)),
    CONSTRAINT ck_account_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text)),
    CONSTRAINT ck_account_role CHECK ((((role)::text = 'coordinator'::text) OR ((role)::text = 'reviewer'::text) OR ((role)::text = 'auditor'::text) OR ((role)::text = 'it'::text))),
    CONSTRAINT ck_account_small CHECK (((email)::text = lower((email)::text)))
);

CREATE SEQUENCE public.account_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.account_id_seq OWNED BY public.account.id;

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

CREATE TABLE public.amendment (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    line_id integer NOT NULL,
    field character varying NOT NULL,
    before character varying,
    after character varying NOT NULL,
    effective_on date NOT NULL,
    act character varying NOT NULL,
    reason character varying NOT NULL,
    author character varying NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    applied_at timestamp with time zone,
    undone_at timestamp with time zone,
    undone_by character varying,
    CONSTRAINT ck_amendment_act_filled CHECK ((TRIM(BOTH FROM act) <> ''::text)),
    CONSTRAINT ck_amendment_after_filled CHECK ((TRIM(BOTH FROM after) <> ''::text)),
    CONSTRAINT ck_amendment_author_filled CHECK ((TRIM(BOTH FROM author) <> ''::text)),
    CONSTRAINT ck_amendment_field CHECK ((((field)::text = 'due'::text) OR ((field)::text = 'target'::text) OR ((field)::text = 'team'::text))),
    CONSTRAINT ck_amendment_reason_filled CHECK ((TRIM(BOTH FROM reason) <> ''::text)),
    CONSTRAINT ck_amendment_undone CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
);

CREATE SEQUENCE public.amendment_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.amendment_id_seq OWNED BY public.amendment.id;

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

CREATE TABLE public.calendar_feed (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    team_id integer,
    token_sha256 character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by character varying NOT NULL,
    revoked_at timestamp with time zone,
    revoked_by character varying,
    CONSTRAINT ck_calendar_feed_created_by_filled CHECK ((TRIM(BOTH FROM created_by) <> ''::text)),
    CONSTRAINT ck_calendar_feed_revoked CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
    CONSTRAINT ck_calendar_feed_token CHECK ((length((token_sha256)::text) = 64))
);

CREATE SEQUENCE public.calendar_feed_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.calendar_feed_id_seq OWNED BY public.calendar_feed.id;

CREATE TABLE public.closing (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    period character varying NOT NULL,
    number integer NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    closed_by character varying NOT NULL,
    sha256 character varying NOT NULL,
    snapshot bytea NOT NULL,
    events integer NOT NULL,
    head character varying NOT NULL,
    missing integer NOT NULL,
    CONSTRAINT ck_closing_closed_by_filled CHECK ((TRIM(BOTH FROM closed_by) <> ''::text)),
    CONSTRAINT ck_closing_hashes CHECK (((length((sha256)::text) = 64) AND (length((head)::text) = 64))),
    CONSTRAINT ck_closing_missing CHECK ((missing >= 0)),
    CONSTRAINT ck_closing_number CHECK ((number >= 1)),
    CONSTRAINT ck_closing_period_filled CHECK ((TRIM(BOTH FROM period) <> ''::text))
);

CREATE SEQUENCE public.closing_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.closing_id_seq OWNED BY public.closing.id;

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
    settings text NOT NULL,
    hosted boolean NOT NULL,
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

CREATE TABLE public.import_draft (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    name character varying NOT NULL,
    sha256 character varying NOT NULL,
    cut_off date NOT NULL,
    every character varying,
    code character varying,
    choices text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by character varying NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying,
    result text NOT NULL,
    CONSTRAINT ck_import_draft_created_by_filled CHECK ((TRIM(BOTH FROM created_by) <> ''::text)),
    CONSTRAINT ck_import_draft_ended CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT ck_import_draft_file CHECK ((length((sha256)::text) = 64)),
    CONSTRAINT ck_import_draft_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text))
);

CREATE SEQUENCE public.import_draft_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.import_draft_id_seq OWNED BY public.import_draft.id;

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

CREATE TABLE public.job (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    kind character varying NOT NULL,
    parameters text NOT NULL,
    key character varying NOT NULL,
    requested_by character varying NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    state character varying NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    lease_owner character varying,
    lease_until timestamp with time zone,
    tries integer NOT NULL,
    done integer NOT NULL,
    total integer NOT NULL,
    step character varying,
    result text NOT NULL,
    error text,
    run character varying,
    CONSTRAINT ck_job_ended CHECK (((((state)::text = 'done'::text) OR ((state)::text = 'failed'::text)) = (ended_at IS NOT NULL))),
    CONSTRAINT ck_job_failed CHECK ((((state)::text = 'failed'::text) = (error IS NOT NULL))),
    CONSTRAINT ck_job_key_filled CHECK ((TRIM(BOTH FROM key) <> ''::text)),
    CONSTRAINT ck_job_kind CHECK ((((kind)::text = 'remind'::text) OR ((kind)::text = 'consolidate'::text) OR ((kind)::text = 'close'::text) OR ((kind)::text = 'reports'::text) OR ((kind)::text = 'publish'::text) OR ((kind)::text = 'backup'::text))),
    CONSTRAINT ck_job_lease CHECK ((((state)::text = 'running'::text) = (lease_owner IS NOT NULL))),
    CONSTRAINT ck_job_leased CHECK (((lease_owner IS NULL) = (lease_until IS NULL))),
    CONSTRAINT ck_job_progress CHECK (((done >= 0) AND (done <= total))),
    CONSTRAINT ck_job_requested_by_filled CHECK ((TRIM(BOTH FROM requested_by) <> ''::text)),
    CONSTRAINT ck_job_state CHECK ((((state)::text = 'queued'::text) OR ((state)::text = 'running'::text) OR ((state)::text = 'done'::text) OR ((state)::text = 'failed'::text))),
    CONSTRAINT ck_job_tries CHECK ((tries >= 0))
);

CREATE SEQUENCE public.job_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.job_id_seq OWNED BY public.job.id;

CREATE TABLE public.last_run (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    work character varying NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    state character varying NOT NULL,
    succeeded_at timestamp with time zone,
    error text,
    CONSTRAINT ck_last_run_ended CHECK ((((state)::text = 'running'::text) = (ended_at IS NULL))),
    CONSTRAINT ck_last_run_state CHECK ((((state)::text = 'running'::text) OR ((state)::text = 'done'::text) OR ((state)::text = 'failed'::text))),
    CONSTRAINT ck_last_run_work_filled CHECK ((TRIM(BOTH FROM work) <> ''::text))
);

CREATE SEQUENCE public.last_run_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.last_run_id_seq OWNED BY public.last_run.id;

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

CREATE TABLE public.one_time_key (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    purpose character varying NOT NULL,
    account_id integer NOT NULL,
    token_sha256 character varying NOT NULL,
    facts text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_one_time_key_dates CHECK ((created_at < expires_at)),
    CONSTRAINT ck_one_time_key_purpose CHECK ((((purpose)::text = 'password'::text) OR ((purpose)::text = 'code'::text) OR ((purpose)::text = 'enrol'::text))),
    CONSTRAINT ck_one_time_key_token CHECK ((length((token_sha256)::text) = 64))
);

CREATE SEQUENCE public.one_time_key_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.one_time_key_id_seq OWNED BY public.one_time_key.id;

CREATE TABLE public.pace (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    channel character varying NOT NULL,
    span character varying NOT NULL,
    slot integer NOT NULL,
    free_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_pace_channel_filled CHECK ((TRIM(BOTH FROM channel) <> ''::text)),
    CONSTRAINT ck_pace_slot CHECK ((slot >= 0)),
    CONSTRAINT ck_pace_span CHECK ((((span)::text = 'minute'::text) OR ((span)::text = 'day'::text)))
);

CREATE SEQUENCE public.pace_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.pace_id_seq OWNED BY public.pace.id;

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

CREATE TABLE public.read_token (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    name character varying NOT NULL,
    token_sha256 character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by character varying NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    revoked_by character varying,
    used_at timestamp with time zone,
    CONSTRAINT ck_read_token_created_by_filled CHECK ((TRIM(BOTH FROM created_by) <> ''::text)),
    CONSTRAINT ck_read_token_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text)),
    CONSTRAINT ck_read_token_revoked CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
    CONSTRAINT ck_read_token_token CHECK ((length((token_sha256)::text) = 64))
);

CREATE SEQUENCE public.read_token_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.read_token_id_seq OWNED BY public.read_token.id;

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

CREATE TABLE public.reopening (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    period character varying NOT NULL,
    closing_id integer NOT NULL,
    scope character varying NOT NULL,
    team_id integer,
    line_id integer,
    author character varying NOT NULL,
    reason character varying NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    until date NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying,
    CONSTRAINT ck_reopening_author_filled CHECK ((TRIM(BOTH FROM author) <> ''::text)),
    CONSTRAINT ck_reopening_ended CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT ck_reopening_line CHECK ((((scope)::text = 'line'::text) = (line_id IS NOT NULL))),
    CONSTRAINT ck_reopening_period_filled CHECK ((TRIM(BOTH FROM period) <> ''::text)),
    CONSTRAINT ck_reopening_reason_filled CHECK ((TRIM(BOTH FROM reason) <> ''::text)),
    CONSTRAINT ck_reopening_scope CHECK ((((scope)::text = 'all'::text) OR ((scope)::text = 'team'::text) OR ((scope)::text = 'line'::text))),
    CONSTRAINT ck_reopening_team CHECK ((((scope)::text = 'team'::text) = (team_id IS NOT NULL)))
);

CREATE SEQUENCE public.reopening_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.reopening_id_seq OWNED BY public.reopening.id;

CREATE TABLE public.report (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    closing_id integer NOT NULL,
    name character varying NOT NULL,
    media_type character varying NOT NULL,
    sha256 character varying NOT NULL,
    size integer NOT NULL,
    written_at timestamp with time zone NOT NULL,
    warning text,
    CONSTRAINT ck_report_media_type_filled CHECK ((TRIM(BOTH FROM media_type) <> ''::text)),
    CONSTRAINT ck_report_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text)),
    CONSTRAINT ck_report_sha256 CHECK ((length((sha256)::text) = 64)),
    CONSTRAINT ck_report_size CHECK ((size >= 0))
);

CREATE SEQUENCE public.report_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.report_id_seq OWNED BY public.report.id;

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

CREATE TABLE public.web_session (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    account_id integer NOT NULL,
    token_sha256 character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    address character varying NOT NULL,
    agent character varying NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying,
    CONSTRAINT ck_web_session_dates CHECK (((created_at <= seen_at) AND (created_at < expires_at))),
    CONSTRAINT ck_web_session_ended CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT ck_web_session_token CHECK ((length((token_sha256)::text) = 64))
);

CREATE SEQUENCE public.web_session_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.web_session_id_seq OWNED BY public.web_session.id;

CREATE TABLE public.webhook (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    url character varying NOT NULL,
    events text NOT NULL,
    secret text,
    old_secret text,
    old_until timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    created_by character varying NOT NULL,
    disabled_at timestamp with time zone,
    disabled_by character varying,
    reason character varying,
    removed_at timestamp with time zone,
    removed_by character varying,
    CONSTRAINT ck_webhook_created_by_filled CHECK ((TRIM(BOTH FROM created_by) <> ''::text)),
    CONSTRAINT ck_webhook_disabled CHECK (((disabled_at IS NULL) = (disabled_by IS NULL))),
    CONSTRAINT ck_webhook_old_secret CHECK (((old_secret IS NULL) = (old_until IS NULL))),
    CONSTRAINT ck_webhook_reason CHECK (((reason IS NULL) OR (disabled_at IS NOT NULL))),
    CONSTRAINT ck_webhook_removed CHECK (((removed_at IS NULL) = (removed_by IS NULL))),
    CONSTRAINT ck_webhook_secret CHECK (((removed_at IS NULL) = (secret IS NOT NULL))),
    CONSTRAINT ck_webhook_url_filled CHECK ((TRIM(BOTH FROM url) <> ''::text))
);

CREATE SEQUENCE public.webhook_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.webhook_id_seq OWNED BY public.webhook.id;

ALTER TABLE ONLY public.account ALTER COLUMN id SET DEFAULT nextval('public.account_id_seq'::regclass);

ALTER TABLE ONLY public.address_mark ALTER COLUMN id SET DEFAULT nextval('public.address_mark_id_seq'::regclass);

ALTER TABLE ONLY public.amendment ALTER COLUMN id SET DEFAULT nextval('public.amendment_id_seq'::regclass);

ALTER TABLE ONLY public.annex ALTER COLUMN id SET DEFAULT nextval('public.annex_id_seq'::regclass);

ALTER TABLE ONLY public.assignment ALTER COLUMN id SET DEFAULT nextval('public.assignment_id_seq'::regclass);

ALTER TABLE ONLY public.attempt ALTER COLUMN id SET DEFAULT nextval('public.attempt_id_seq'::regclass);

ALTER TABLE ONLY public.calendar_feed ALTER COLUMN id SET DEFAULT nextval('public.calendar_feed_id_seq'::regclass);

ALTER TABLE ONLY public.closing ALTER COLUMN id SET DEFAULT nextval('public.closing_id_seq'::regclass);

ALTER TABLE ONLY public.contact ALTER COLUMN id SET DEFAULT nextval('public.contact_id_seq'::regclass);

ALTER TABLE ONLY public.correspondence ALTER COLUMN id SET DEFAULT nextval('public.correspondence_id_seq'::regclass);

ALTER TABLE ONLY public.decision ALTER COLUMN id SET DEFAULT nextval('public.decision_id_seq'::regclass);

ALTER TABLE ONLY public.entity ALTER COLUMN id SET DEFAULT nextval('public.entity_id_seq'::regclass);

ALTER TABLE ONLY public.event ALTER COLUMN id SET DEFAULT nextval('public.event_id_seq'::regclass);

ALTER TABLE ONLY public.evidence ALTER COLUMN id SET DEFAULT nextval('public.evidence_id_seq'::regclass);

ALTER TABLE ONLY public.form_issue ALTER COLUMN id SET DEFAULT nextval('public.form_issue_id_seq'::regclass);

ALTER TABLE ONLY public.import_draft ALTER COLUMN id SET DEFAULT nextval('public.import_draft_id_seq'::regclass);

ALTER TABLE ONLY public.import_issue ALTER COLUMN id SET DEFAULT nextval('public.import_issue_id_seq'::regclass);

ALTER TABLE ONLY public.inbound_mail ALTER COLUMN id SET DEFAULT nextval('public.inbound_mail_id_seq'::regclass);

ALTER TABLE ONLY public.job ALTER COLUMN id SET DEFAULT nextval('public.job_id_seq'::regclass);

ALTER TABLE ONLY public.last_run ALTER COLUMN id SET DEFAULT nextval('public.last_run_id_seq'::regclass);

ALTER TABLE ONLY public.line ALTER COLUMN id SET DEFAULT nextval('public.line_id_seq'::regclass);

ALTER TABLE ONLY public.node ALTER COLUMN id SET DEFAULT nextval('public.node_id_seq'::regclass);

ALTER TABLE ONLY public.notice ALTER COLUMN id SET DEFAULT nextval('public.notice_id_seq'::regclass);

ALTER TABLE ONLY public.notice_reminder ALTER COLUMN id SET DEFAULT nextval('public.notice_reminder_id_seq'::regclass);

ALTER TABLE ONLY public.obligation ALTER COLUMN id SET DEFAULT nextval('public.obligation_id_seq'::regclass);

ALTER TABLE ONLY public.one_time_key ALTER COLUMN id SET DEFAULT nextval('public.one_time_key_id_seq'::regclass);

ALTER TABLE ONLY public.pace ALTER COLUMN id SET DEFAULT nextval('public.pace_id_seq'::regclass);

ALTER TABLE ONLY public.period ALTER COLUMN id SET DEFAULT nextval('public.period_id_seq'::regclass);

ALTER TABLE ONLY public.plan ALTER COLUMN id SET DEFAULT nextval('public.plan_id_seq'::regclass);

ALTER TABLE ONLY public.read_token ALTER COLUMN id SET DEFAULT nextval('public.read_token_id_seq'::regclass);

ALTER TABLE ONLY public.receipt ALTER COLUMN id SET DEFAULT nextval('public.receipt_id_seq'::regclass);

ALTER TABLE ONLY public.reminder ALTER COLUMN id SET DEFAULT nextval('public.reminder_id_seq'::regclass);

ALTER TABLE ONLY public.reopening ALTER COLUMN id SET DEFAULT nextval('public.reopening_id_seq'::regclass);

ALTER TABLE ONLY public.report ALTER COLUMN id SET DEFAULT nextval('public.report_id_seq'::regclass);

ALTER TABLE ONLY public.result ALTER COLUMN id SET DEFAULT nextval('public.result_id_seq'::regclass);

ALTER TABLE ONLY public.review ALTER COLUMN id SET DEFAULT nextval('public.review_id_seq'::regclass);

ALTER TABLE ONLY public.team ALTER COLUMN id SET DEFAULT nextval('public.team_id_seq'::regclass);

ALTER TABLE ONLY public.team_link ALTER COLUMN id SET DEFAULT nextval('public.team_link_id_seq'::regclass);

ALTER TABLE ONLY public.transport ALTER COLUMN id SET DEFAULT nextval('public.transport_id_seq'::regclass);

ALTER TABLE ONLY public.web_session ALTER COLUMN id SET DEFAULT nextval('public.web_session_id_seq'::regclass);

ALTER TABLE ONLY public.webhook ALTER COLUMN id SET DEFAULT nextval('public.webhook_id_seq'::regclass);

INSERT INTO public.account VALUES (1, 1, 'ana@cartagena.example', 'Ana', 'coordinator', NULL, NULL, NULL, NULL, 0, NULL, '2023-07-19 15:00:00+00', 'Coordinación', NULL, NULL);

INSERT INTO public.address_mark VALUES (1, 1, 'nadie@cartagena.example', '550', 'No existe', '2023-07-19 15:00:00+00');

INSERT INTO public.alembic_version VALUES ('0008');

INSERT INTO public.amendment VALUES (1, 1, 1, 1, 'due', '2023-12-31', '2024-03-31', '2023-07-19', 'Acta 1', 'Prórroga', 'Coordinación', '2023-07-19 15:00:00+00', NULL, NULL, NULL);

INSERT INTO public.annex VALUES (1, 1, 1, 11, '2023-Q2', 1, 'f5117edb193052414d3b7496857953fd5c40d289c84ce675aa0bd361d40ffd76', 'Acta de mayo.pdf', 17, 'application/pdf', NULL, '2023-05-31', '2023-07-12 13:00:00+00', 'Equipo de Uso y Apropiación', NULL, NULL, NULL, NULL, NULL);

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

INSERT INTO public.attempt VALUES (1, 1, 1, 'test', '2023-07-10 13:00:00+00', '2023-07-10 13:00:00+00', 'sent', '250', '2023-07-10_gobiernodigital@cartagena.example_2521c766.eml', 'email');
INSERT INTO public.attempt VALUES (2, 1, 2, 'test', '2023-07-10 13:00:00+00', '2023-07-10 13:00:00+00', 'sent', '250', '2023-07-10_usoyapropiacion@cartagena.example_bf80cb02.eml', 'email');

INSERT INTO public.calendar_feed VALUES (1, 1, 1, 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '2023-07-19 15:00:00+00', 'Coordinación', NULL, NULL);

INSERT INTO public.closing VALUES (1, 1, 1, '2023-Q1', 1, '2023-07-18 13:00:00+00', 'Coordinación', 'da698c31ce7ab871b31567d583ea1dc3596c5daf3cc9f3b25f4f9fa10b876f34', '\x789ced5d5b6fe34696fe2b050d0698604d99f78be749712b890177bbc7ee0eb0980c84225992d943910a29badb6934b07f60b158cc62f6655ee67131e887dd3c2c30f316ff93fd257baa8a778912a98b2d270a3ab0783b75ead439a7eafb5855fcd8c35312b8f0ff3cee9dfdfe0f273d1c04e403490f6c1cb8f4e7c71e9e8f7c82e379ef2c487cffa4e7847e9844bdb3deafbe54645d1af64e7a3eb6890f67cea387cf73cf09e15400d2e14c445c3888efa776486ff8bfbffcb9f7e9a42cb3a79c6abdb25073a00d44b1247418a0c823f1a424f59ef87ef8be22f8cfff5317acd6044b43fd4b45ad0b9e4f4b722711214145ec7ffe5bef1358c3c111e8e072d3387e181377846921b2282b82680892f94652ce4411fef545f6df3fb1835e7ebb7d4f0d148691eb05d8f11e7e0cb26bf1280c72512a88820b2e71bcd80b83b4355c6f3c2611091cda3cbc19dcd04968e3f5ce3e42255d929dbf23117d901f7e3ae9c12ddefcbeb88bd6658e2724c045bd07be837df7e133462e41e7e5eb5edeece178ec39a4107bc71d47924f7ae3309a526b48273d2f18c5336f4eb8da3e3c11d0877ab7f3f92c3e3b3d752282e7de1d71c2e9146ad70fa3c929bb0bcc706adf9faa7df1d425c4ed4345a1f8646a9388099e81af7ac184cb9d91c80bdd119ccaeda6088ad4cbafc473a8447e4d827ff45a44eebc308947b704d3070dd7951d7d2c1baea9b92a765545b175dd2196a81b8e3db6658988a6a3d992ace996ac604b7215c5312c036b86033fcb22e35b0c7765b6fa3ec13e333a840ff93023ce9cfa8e75d29b12d7c3c1c8c7f3bcbdb8c699aebfa38a46c4216023fe4844c6499cb95e44e649449d4204274deca917a74e02c77382a7d4abbf4fbc5988be0e6d8f4441885e78136f8e7d103bf7a6c407a52c1a28855a7277b5e48dd502ff7a1b87e81e0d665138f3f240c87493abba495277e5e8335db57b13ba618c201811617ac6259524e9131312820b8207c699d05918b1e0c310bfe34a2a8087edfb1144c134e671379df950051608922e49a7b2aab1ccc02e406e08efa8978bf44c12b08a9b27908cc264064fbc8e426a02663b48af54288dac80a4d13725f35b660c42dd2e2d1662272cec95cb07a3438e8b63aa882c5aa7b2c95214f887cf52040ee2f724ca2d4f2d45630e9e0cdf6767f34884b33f90086c455bad97040e9ecde84d15d1d9e951a315de136f723bcf130b582ead5cdd72d0d99c4a96acadb61c35c932d3f90f9f03e81956da8e5f596f3b5383fa49fb305d497283e54a56a8592e75b8dfd7edb6da5e2573497df44df88e75025132c76892e51037cf21a9ed36379d766a2eb79abccc68f2529b89559b71910de65a3053cd3ad6a9a4b63690dc4737d05579b6e77b3ff0dc85e2d08ec882a9d00c47183dfc15babb185d0d2e20e3b9845605fa430f4eb9c487cc1ccf610012eec2ac0aafc64eed9aca5c6ed8d46e2b6dbbc6f3a4c2b04a1f5db2f844368ec9b2ce2b0bda8d2d243504ebd2586d631e6973a76b6f18b58faea1a789c14da0cbfbf91b463d5d97df4be1a8f5d1f01d891ccff1421a520847d07bcf61ec9040f091298cce621c79bb495c92a89cca4d297ff3202bc436982cb5c84ab3ad194c94fc49e7fe14cd09faeaedf5e0eb5d38505337d8de81a4aa4d9aadb1385ea85a2243a86d4c61f4d16b1f4315a9e74cc9bb30c2530f404db8479b88cb6c22b6f193469b701d56ba877cda3ea64c8829e89660b03df1d8482061c3755c1dae6f1f4da7d2f6a154739b54e672cfe136a898e90f793d7e5f2850c3e22cb288ef331dc773128d9c049e1f633f262725a0328f1252abb5ed7b13c0ba54dec715403f0cc89232dda47e96e64e8f7bf01f3d067cc194893f4f5b63e465d1b5008d66e0e5d9653a1e617201a8bf07319c4599336c45dbb2c72111bffd5303d25a2222d5056a0a80d82525cf4c0b2eeb18e028622c001da2d371120c866611c0ad08cde91ff03f82601880dd77e0a018f918dd96c7a5df2704396130876825685e40379f5042047ed11be0791283fa38a0f782c8c48b10096859531c391c1360340b7dc65931e90ba3b8df0c02f22144a2541d18b3c11d3cec8183b132d3b1a0bb3874411851d37dd16b46adb39c63e1a0b2ca2d518768e496e23089987b8326148e9ef4eeb09f645d2d0d9351d65c2948a08405799f1598b57c5670efd3c9e24885e008f20684f047b83af6264994c5cc31208e01f1b30f88d57e9e9e6872f4a57c955c761a166e049e2e7c26abfb32c5a0a0515efa3e94530e59397567ca41e70f25ddf23107730e1a90ac9b779c649af8a91abd3899c245ec4078324ab7f7828cbd0042a71e841d6280128480737989d9987544f30c4dacbd9436a0f107a1cf845c0d2e7af43d003c03a3296cfbb4465b8620cfaa795cc9826ca68916f2c3d88ba6451e4ff3142437480c0045b729dc65f673e9eb05ca58a5d6cfa87e76308396a18658cd46fda19ac9194a666d960d35f19455e1e3a7cc41467428c798c52ce39cf52e69a5b3b83cebbd2c0e15387c551caa707865d21e32820c4f19daf896109a975e5f0e5ea1174334383fbfb87ac5fb8f09cbe5fcf7e2ab083837618f1607238f0fcff3c0484fcfc90776e3e609b764f05466c2deebf0f17fafcd9b83bc07a4bf3fcc9909c5547da9ee0c4b684329bf59ca7ec829a89194ec879afdd0182e86dcfe6b7aa47366f217d42f52d3bc3ee3e814477042e126d84de651779239b41da5007d67be6dd483ccaca736abd9c901e236645d8a313d46332ba66d6aa2212844d704cdd12dc1341d17442b8aec8e55776c8f19fc2cde99d608faf4e56425f86b441c648b14e67e6cf9eabafaae3a7d6d45616dbc46c600415cc028a922e32fffd1fbc43aeee70287e515a37ff94047ff7255c785d1ffb21447b94c1a0a280910f46c630f12135cc4eec3e7984eb960a96c0a65d1bc85ef287c8394152107bbf4199ec52ab9ef37b798bec7001121c83ec95e90311ed5e11147100497e351e570fc459a4ec16502488f47a8f033c0cec7e83946cfc144cfae83c21024a31c14e9bca96a30183c44a833299d8241ee120c8cc55e1d0df2ba6858856d53c61c5a6fc4ecb07b6b4aa22029ebac0937897a66cd55bcdca239951d9b53d9c69c942ab8079c44e1f176965ccf626ca5dbe62cc637d88124199349e2f1b75e68113ec1df257906ee7a5d4e5d4b86d2500e9d01f7038e683e8d4a2fb05d9a8b433771e6fc8ded9e98918b80ce492471de0b609fbfe73bc40a97481849e6d3181b4918b942c2a49de2121645de9e45913ab128569545290e198b521c3216c5ca5914ab058bf2ed5a16456dcba2a8e85979c693d2356a17ba46d696b035c791d8526ae7db33f42d740850f59cdc91fbe87013b2fadc12aafefc22bd99bccaba84edc82b033b78ac1249202ec182663958b01d5b165c951055363553c7ea76e4d5a97aa4afba03706dc52059395000ae54756cfbf23acffc70dd89c2800d2d30c241c2785cc407a72e76b328ad4db4ed42c3cb8bf374eb4173565682063f01e787e68bbfe83f3662367e317cd3d1dd8feebeb9bb3f3541a477f2de2341b48620ea960c7eb10451baf6944ddba5e56d4d13191d68a2525e89d860396e186aa6eb60d68d9377c4ef08e83ccf6671259d2dcda54e1834a9bd7a5d4e797e8cb1869a51aaf3636e16602c95fd086a4389d80e2380c3bd9c1b92cbdc9052e286f6b19ca99151923b314a2ced9628a5d231e3944ac78c5482e38c5592c416b4d2376b6925b9f5ec1c59aaf4e7692db10ba6e133491ebbdd77cd1cc92973b49fe56f8c6f92f3f941460bc24951fa4adbe941cf6a2846ebfdcd19a783527648a92c3bdc551e561f318f6a079310f5438cd61553978c5db03f63754c0c59b104cb2044d014220a966560c1301dc9544cc93609e9c6fe1875f64739b23fdde1b0b96204ac1e281c56ab3ab69a7e91cdcf4c028c60383b23f09b860d4d6369193c3ed81988cd4adcc15fc6abd2f8e44f2110cdd2da3c82b666db8fa4997a936c5c2d0fee79f42913f26e0820f9d4387c0ae8e8f3479fdfcae79f9a05b23a39f091055ac3027533e79105da150b247760818620cff68993bd35e580c82fedd8b1ec9528c380e972815d903e837a8ea489b19a4a69771885e0e621a45417c6cb9147177d109e7669068d57a4d08e848f5a257c5e7a747c0fff82043a0366a4a5058645ca2e257997bc83c173486b1016955ad2376490834e8268aa6e0a2dd86e47cb1820f5a91820a51b0324d518a0e2983340c5316780a48201921e9901fa151a2c6da676fe596eb0674dddc82da81babafb59a2af40c47504bc81b956da8b165fa541f29fd69879bc7f49d06d9be1917d72596a959aee0d8922b68441105d3711441b30dc9544d4d72cded1817f9546e5e2fb66a63d6da5eacbf34ca455a352d5d3b50fca95575dcfd92975992e625483a73cfc58f3ecb9225492a80cdd9ab2a5aaa493d6bfa48364f0cf9d7f47144f7cc8d4ee8b354c0d26ae53935cff54a364f9055b96d4a7e3e8b6a9edd14a163801e03f49714a0c7ed650e47b943d85ee630b8964d62ae469facdb4f46abd227976d8b61b98759a8bc878cd2c46facdc57b691a850bb1115728da8288e3951511c73a2422e880a79274445877d64b2a64d41f1a676df354da1a434c59a7d8077b593ccb1477e821e799ff4c886194bdb22f5e8bb8ca77d6f5fa3a8aaa91b6353184ba62868928c05ac8b9ae018a229aa924a54edb87dcde3a39d553b70e8078a76f4aa8eadd00efdf00bcd2fac834560279773bcfe14924180390f585925d77aca9d5ad9223d4dc32b17dc3d1f74f0fce0fbd1a18f0e7d84bb47b8db12ee5e45131c342c9a5eebf63b02bb5da3ad23d0d5ab40b76b69284c4d545ed0a196e1ae5682bb2bbf16d20877b56e7057a9c1dde298c3dde298c35da580bbca63c3ddedccbd6b94aba62877cd475df689720faee35a820ab53eda3631a89b05b6b67584ea3b70bbfd83415db25dc312c8180318c4ba2298aa61089860c754b1aa28aa7604838f3e765eb5039d71a06367a3aa63b7575fd50559c54c9e7c6d0ecee6962cdb92b9e9734f8ce572b385365972d25a7e2ceaf98ca59f1f383c3af8d1c18f60f1081637048b5f9300405bb41855a495e3e7b3478be11104d9fa39aebbc098e78fa86f17706a54c1e9a3a909e6a26d59c6b45a19d3ea254cdbf2238f8de856ef866ed51aba2d8e39ba2d8e39ba550b74ab3ef647419ea4bd760d8ab51414b7fe98e7a3bc043ed4ae7be9d741f43e7aa2e4a83e7272d39e2a4be94f1770fba603c6ae6b6257b304d9555541b31543c09a3c167445728cb163688aa91fe98047474bea0ab4641e285a32ab3a6e3013f6e1afcb27dec4a4d862154d4910c34f3ad3864eb388f99c9c29dfa2634cec08e0c64965be4e004af0dd5eb2cd4716f61476c3a9177839e7d918ce070fb8c4beb21b4e41e11f9f3e745ae11828c74079ec40a9383ff7f55dee42509c96177dbfb41b81b46a17c545dfefb41dc17adfdf6a3782fdede9d079170275d5d69e8b56fcc5ee42b0c38f9528fc6bed5b7caf64339cb3233e27df5d3e4db04bb696df58bf2e1f0431abfccdded42af62b8b0150641d111c35f037c60ef91ba31b7fa3d5f89be298f337c531e76fb482bfd176f23912e6d8ed081c113d498b1d08832366140eef87d7eef9b8d13cfe9fe730a9e14322c6d20f896c9c89d43d673aeda95296fe84c1b7ef6f7db84411b1656982adaab2a0998e23d8d886d18ea5bb065189eaaa723736473b95ab7c0eedbcc5464ee7b8fd40335435560c34ad0385aa5655c7565095af6b82e4cb9620dd911f90ef4358b1d449630e867af9a771e07c3067dbb444a0c82c0497a27938e65fe75933f54cd4d1b0d8fee3abb7d783afe9f21af9f1b1641d491eb471d642dc11adcb0221243e0336e81862c7103b04e3b40eb1a7ded1525ab527eb62c41cb7b45c4d26696227733692498b5b3e6e4a29ed60f3c8e7b6bd65776e299d660e810971cfe278475451792a786db7b259fad582c582cb73785441c9babca51c90d5bcc0a45d7980723c0a8f4b9371f432996395c89cebf451ae6823676376e36cf41a67531c73cea638e69c8d5e7036fa462b4a944de7dc6c67dd5d132f7aaf584f52b44a7d868cd8825c693b3fe6003ad6a54b46ac8cf9581a4ef5d520ade3b0be1ea47b93eb5b4b30ea5e6bd653c396ab414c49d22d45115c5d73044d1175c136645d104dc5561ccb18abbad18d3090ea84c1cf882cd864f26c051584c93c86e66f0b0de8c78cf2e1033dd81a1cf0f2c0b7526292d0f175fead1b08e324c213166b1b46aec167a731979b927721f4029c4dfbfac573c50c4f6bb3cdd03abf7523b87e74f2a3931fac933f355e9657013ceabc47c0dc0d30af5a16b6c49ec7e9178f8b8f87fc5d560443c9dbc5978bec556711d62fcb611d662985a50878ece1ef4125abf0b1ee3dc289cb86c76c73ee5d80eedd29c406eca51af7ba4dd0a0fe5b46e70d8aed42ad14ba1b65e8ce925686dd9727df66106f7503f1460dc417c71cc417c71cc41b0588375a80f8c102884fd14f7710bfc746d835c2375284dfd0764f05f59f7a7845ab3838a3df0348f2c90f92d8478f9dabd47de71a6dbfeeaaef57bc518fd51dcf75202226920bc265955882666057302d732c58b2a59944566547163b51176927dc86b9d0bed215dd2cb10e375e00ae3ac72c0040eec3e7d0ad5210fff2a75534c682c0215b56467333e2437eec2eae8b7956f31fe455dbc3d1addf77f87656d9d9db59aa5845cbce9b00b8210cb15854f1a4ea17dfe9a5f783fe138f65c2240e694c8103cebc523a2d560c8a263a0755e97ca37b3428dff7e49bc289fd1d7dc8523d7d06ab4e8eae7c74e5275d18222dba6799a45809aa17dd739b95214bdcf3715686aca129db9013abec592129564d2b5a62cf4e2445693f8d5546dd9aa868bd43c801311512eb0cda72152fbc983cfc375d064f874c7c2f7638e26bf79dfc2bee0d79876399d76568d26dcfc9051e62b82625766513a42a9b90ef461f4222839abe23a529e97c137990033a244eb986eb12754126981532412a91096b6bd6482b304aaf03af60d67885e298f30ac531e715cc825730379a1c206fbe21c73aabc0d931f49bad3fa10042de3221836af31469a2c61798295fd0c2f16acc41bfcdc71be54df6d178aa21c392690212e8fc1839426dd704da5e6358efec92463d0656e1f5e5be9963735d32c78e6dda02d16c59d06c47162cd156047d6c615d91c696a2389db0397405eccb2ea57d2558df70dc59a22b7459b56898eee07e98d045ae6959862e37cbe84abac46b0656b5bba79a47071c75b8b1fb1afd7ca7fc1ffdf9e8cf873c5f60d5ee024bdc73abf902bbc6e207385f405ff589d025f6dc6abec03e60f8cf7cbec0a161f0d2025e36db16c4177a751c527702eb7215acbf6c5c3abeb8d5e0e61aee13b84bdd80bb5503eec53107eec53107ee5601dcadc706eed50628eff3c80e1312b9217f73dda20daac81e429402bb27c0f622c7ea9b4c0cd8c300e489e1f82ed380f668e1acefde3b7709f265933e88c782a1b9baa09963ba75241105cd714c4b5544cd143baf1da881fc83593b0079311d0df15e6619aa60a7d84cb5e264310a2bc60f59da4b732dd7c965bd152434c86f011ed17b287710fac934e0780bba13f2a177569a1399f6e721ebe958eea7759df34d8ade0c5fb24146fa98d4f018eb198ac75e0c6fceaf2f5ed36c4bf3eee5d50d82e337c3eb0bf8f5e2e2abe1f5f0d5f9c5e07278837ef716ae436a7e7d79713e78552e4b6e288b27efa2b0f38bf3cb2b5accebebabf3e1cd152af6b64559b240e59d4e5031eda7549cd2505c3e2c294a1c9cbfb9f8f6e2c5e045f979b5e1f9f248a21001babe787bfee6aa2c416b6a937c04b0c4c20f7fa226be4417af5e80015f5c5d9725ea0d12cb5d5773ab0dd0cbe19b41599ed1dc245159d257c3f36f06a0d205c82a3f6f36d928210b4f7f75f16a70597ed86a78984f0d8bbdaa81af8737afaf5edd0cbebc1c561cb8c9f1d3ec5108a0756fb66cc3ebf942250e2a3261f40e042abdbd7c0392d09beb8b97c39b37d7432455842e47729d85ca15a1ca72f8d155a85211aa2ec70d5d85aa15a14d01308bbc80a2f105b9b9c88a9826af0fed9844770c74c42521575fde0cafbf1d50b71fde30d4029d2cc72103dfc1befbf099f584e7595a85676f09749dd1888d348d74ac7e9272181dd88f1483d21413062396c6f3ee2cbdf63da4a9391bed64880b4056c0d672378e6e334ea5da11f43ff8f187fcf228bec5b246c706f6d820b2ec60acab44540d47d16c9768b6a2e1b1a18e4d59c38a6a13c75664c7765c4921635b32b06458b263aab22c95b35a49159a985e5f5d3efceb1b881e7af26b687276f69fe1e866f8f2f5f0e1dfafe0e17bba09f919d5b0c4c70026b4a7de7ccea0343f49dcd2140a6ae8917ddfab717951e2931245e0e2fb98c7fc14902c5d1aeee35976b624263da53157f1472eb42eebe9d3b13e94088fc6cc6f781f3a1a87ccc41caa31ea808f6634c5b44d4d340485e81a8c61744b304dc7156453516477acba637bbc1f262d8551a92b96bf9c92eace562eac54dec00e1eab4412085840d02c070bb663cb82ab12a2caa666ea58ddbbf2f286ca8fd5313164c5122c831041536008695906160cd3914cc5946c9390bd2baf14ca1b5d94775d62999ae50a8e2db982461451301d471134db904cd5d424d7dcbff26aa1bcdc45f9961f06dfaff2da866ed3f24376fb555edfd4e7db6dbbbf5fe58d0d956fb9cbdc7e9537eb5b39b7779c766bdef7abbe557d5fd25af996b3def7dc4d891b6adf725ec09eb597ea933d5bebdf92f2d8b3fe72a3f56108fc3e8c5cc08753189316ef0ee8c998f3f7733c726e89f34778f8329bbe83d16d427c4a55b974044db136e3e01c6f1cf1b51d13e26317c7bf65a7c3399c3d413edf4c95ad089a50aa8f314671e29098ed90e9d0e1f72d8ee78c9922208d4411e9a31b8f918a710805fa046421074f6d465ac5b3e4e1bf40b44bde61469439a117389eeb45f0183d9a320a12a79f5541502d12a09ffe3671c77ef89eaf474177942eb8478240c7fa3ffd03ddd33bd30aba256dfbdf05fce5051e4dc9fc9635d8eb289c1237fd70ebc3e780e0f88c6feeca8fd08cc460a64982fd3e2adffcf0196c9eddcb0e4ab79ea0390926dca6a954663a76b68f860102038485496738cec843b6a8c449d874aad4963e924411fdbaa47e382301a3a67a431f7dfc88d8209ace45419f3e215e6c7116cfe1ec49e9847d4f6f73a0711e7e44a5e52be837700f7765b8e10bbeb4852e48f9e96ff402fdf5e9d34fffe8a3177cd3dc98a069c8e77ac549ee3c4198366f70c69a9d2d094b6733910fde84d04f29d99117958b3e610d3c0de7de1dfcc6c93ca4abbac6c4b9c527f4cb3950a7648223c4f6f9e57e858284dc95db34f626019e2711839b9c69a0540eab4669a5d2770154261c83cf13a8ce77c17701653bed871fbf0b5e85533a55ed1e2a104dc24272ce26396cc14fae40ffa7bf676685d6a046fde97f51d9864c84c7379e1d0132e65f05e6afd2863444d26b951974e5556c0d4d506b296e3d87ef29e3171a8c4840aff7d13571c209c9bc8d2e8c238cf18d5154182a4ef7a5c11108cb5dafb1ae2708b2ca6d48efa97b2048a9bb5b9f1afab24831a087cb0a2a720ddf2d272bf10cc53c6d2ce48a5b7ccf2e801b4135d97b02fa64e6349913d51c05ae8434636516a78670a90f7c0f5279210f3ff62b0d9627890127fb317f15ea8667d492a9b1206c0a5bb11618476c67699c473378cc3c74d9314f067df436c8130c737c7adb3dd438c8f7068a932946e26f594dd33be36ccd1984181441f712cabfe0cdf252ccac7c9ed0d75f65074a83ecacbe98b314fa4b942e4727cbfb315bcbc9df09d2ac478a256b700b3417e845332fbe3fc9c5c03d334a8bc43c31c25faa79fa91ec547cb66976669c9bd04f2b18543228b5546a1e56d1a5b99b777021fbfa39f69dc467558af00fe99b98726e878e222193904f6165b270b03ccb97a4e6775674cb24f39e20134c6bc945fc9605057494ec295ae734105ce87d0918bf8f5e31f1b4dd0368f5ec950ff45c1edd588bd5f80d24feb385562ffb48da73d0d5af545498761db4cba105cf21d069575eb6c23461ef91e076ae13f3b33994c48abc26ecb3f1d4e7e179b0237b4757589726759a24e9ded7316d384840d3900a8ce803314df74c02dcc9b2378c13bc29ed22d32e7dea8137d205bc1edd363df26cf080cb903e397df82b0422fbc99ea25d7ffa50da9ebce813d6e7a417d2c25cccb4a771e610dfc595d8a2f113b304016d4a8391fd2845b4ef933b66109e4caa69a1dccff025c8b4efa8e5bbc55ee69adc793174b8fc155da9bf398390a5fdcd59a594fcbd4e9aafaa7b95c3ad9f3efd3fdebf458c', 13, 'd05ed0bfb28210ca74b8c83daf16948054b56cb351284fb9210e9bcd12c72df9', 0);

INSERT INTO public.contact VALUES (1, 1, 1, 0, 'gobiernodigital@cartagena.example', NULL, 'member', NULL, NULL);
INSERT INTO public.contact VALUES (2, 1, 1, 1, 'jefatura.oai@cartagena.example', NULL, 'head', NULL, NULL);
INSERT INTO public.contact VALUES (3, 1, 3, 0, 'usoyapropiacion@cartagena.example', NULL, 'member', NULL, NULL);
INSERT INTO public.contact VALUES (4, 1, 3, 1, 'jefatura.oai@cartagena.example', NULL, 'head', NULL, NULL);

INSERT INTO public.correspondence VALUES (1, 1, 1, '2023-Q2', 'hx4my7hggf');
INSERT INTO public.correspondence VALUES (2, 1, 3, '2023-Q2', 'ddi2rtct6f');
INSERT INTO public.correspondence VALUES (3, 1, 1, '2023-Q1', '2yhgkshmam');
INSERT INTO public.correspondence VALUES (4, 1, 3, '2023-Q1', 'dlvsl5s7cw');

INSERT INTO public.decision VALUES (1, 1, 'silence', 1, NULL, '', '2023-07-19', '2023-08-01', 'Vacaciones', 'Coordinación', '2023-07-19 15:00:00+00', NULL, NULL, NULL);

INSERT INTO public.entity VALUES (1, 'cartagena', 'Alcaldía de Cartagena', NULL, 22, 'f045ba35ae29b00a63eeb323c0e1b44c2c3e6140caa657165c37d95319fa20fb', '{}', false);

INSERT INTO public.event VALUES (1, 1, 1, 'period_opened', 'plan:1', '{"closes_on":"2023-04-18","period":"2023-Q1","plan":"cartagena_2023","report_by":"2023-04-11"}', 'gdflow', '2023-04-10 13:00:00+00', '0000000000000000000000000000000000000000000000000000000000000000', '174b7a8cda02b13a5f5293cbf0bce2d01430745b1d823106b4734c569f7d87ab');
INSERT INTO public.event VALUES (2, 1, 2, 'period_opened', 'plan:1', '{"closes_on":"2023-07-17","period":"2023-Q2","plan":"cartagena_2023","report_by":"2023-07-10"}', 'gdflow', '2023-04-10 13:00:00+00', '174b7a8cda02b13a5f5293cbf0bce2d01430745b1d823106b4734c569f7d87ab', '901ccae84714358bc75fc99f5ca0d173396be2affdbfb8f0464e64cdec40cce5');
INSERT INTO public.event VALUES (3, 1, 3, 'plan_imported', 'plan:1', '{"code":"cartagena_2023","lines":12,"outcome":"new","source":"cartagena_2023.xlsx"}', 'gdflow', '2023-04-10 13:00:00+00', '901ccae84714358bc75fc99f5ca0d173396be2affdbfb8f0464e64cdec40cce5', 'c49ff412ba22e15a8fb02a7ea5347360cce0914945c4858e32e2d53fae16366e');
INSERT INTO public.event VALUES (4, 1, 4, 'webhook_added', 'webhook:1', '{"events":["period.closed"],"url":"https://tablero.cartagena.example/gdflow"}', 'Coordinación', '2023-07-03 13:00:00+00', 'c49ff412ba22e15a8fb02a7ea5347360cce0914945c4858e32e2d53fae16366e', 'dfd577b790b41c0701562b3c73b0941e2211b86657bbcac57377edb1c55e0164');
INSERT INTO public.event VALUES (5, 1, 5, 'webhook_added', 'webhook:2', '{"events":["period.closed"],"url":"https://archivo.cartagena.example/gdflow"}', 'Coordinación', '2023-07-03 13:00:00+00', 'dfd577b790b41c0701562b3c73b0941e2211b86657bbcac57377edb1c55e0164', 'ee13496cbdaf52ff242c35315a25a42bc342a49933a94d3a072dab6412c2cbf9');
INSERT INTO public.event VALUES (6, 1, 6, 'webhook_disabled', 'webhook:2', '{"left":0,"url":"https://archivo.cartagena.example/gdflow"}', 'Coordinación', '2023-07-03 13:00:00+00', 'ee13496cbdaf52ff242c35315a25a42bc342a49933a94d3a072dab6412c2cbf9', '9efe39aa7f0e459a0bfa5cbc8a59ab3602ba032969391719423dbac4a80e52ff');
INSERT INTO public.event VALUES (7, 1, 7, 'period_opened', 'plan:1', '{"closes_on":"2023-10-13","period":"2023-Q3","plan":"cartagena_2023","report_by":"2023-10-06"}', 'gdflow', '2023-07-10 13:00:00+00', '9efe39aa7f0e459a0bfa5cbc8a59ab3602ba032969391719423dbac4a80e52ff', '51a01604ac489cfbff421252dd6a2cd2d37a2e5adbacc359130a05cf3e93adba');
INSERT INTO public.event VALUES (8, 1, 8, 'scanned', 'day:2023-07-10', '{"known":0,"new":9,"notices":2}', 'gdflow', '2023-07-10 13:00:00+00', '51a01604ac489cfbff421252dd6a2cd2d37a2e5adbacc359130a05cf3e93adba', 'eb686c813bd99669cd8be4e72b231bd34e973c33cb3ed6f74e3347732d862f3d');
INSERT INTO public.event VALUES (9, 1, 9, 'form_received', 'team:3', '{"lines":[11],"problems":0,"receipt":"R-LZZQ-QC6D-O3FX"}', 'Equipo de Uso y Apropiación', '2023-07-11 15:00:00+00', 'eb686c813bd99669cd8be4e72b231bd34e973c33cb3ed6f74e3347732d862f3d', '2bb757de60c0daa41ecc160f4e16bdcae701596baf8dee7cb6320d5dc53f16cf');
INSERT INTO public.event VALUES (10, 1, 10, 'form_received', 'team:1', '{"lines":[],"problems":0,"receipt":"R-GTAQ-WOCE-SO63"}', 'Equipo Gobierno Digital', '2023-07-11 15:00:00+00', '2bb757de60c0daa41ecc160f4e16bdcae701596baf8dee7cb6320d5dc53f16cf', '3674c53ef1215de3271ff1e292b918643258fd0360a070ec711b21d178def83d');
INSERT INTO public.event VALUES (11, 1, 11, 'evidence_added', 'line:11', '{"annex":1,"evidence":1,"period":"2023-Q2","sha256":"f5117edb193052414d3b7496857953fd5c40d289c84ce675aa0bd361d40ffd76"}', 'Equipo de Uso y Apropiación', '2023-07-12 13:00:00+00', '3674c53ef1215de3271ff1e292b918643258fd0360a070ec711b21d178def83d', 'ed376e32bcc6823f0829c11a5edaea5a81600b18033c2472a6859eca0c2bdc84');
INSERT INTO public.event VALUES (12, 1, 12, 'line_reported', 'line:8', '{"line":8,"period":"2023-Q2","receipt":"R-HTJM-HYH5-XPRX"}', 'enlace', '2023-07-12 13:00:00+00', 'ed376e32bcc6823f0829c11a5edaea5a81600b18033c2472a6859eca0c2bdc84', '7dd2c6f27d85d4ad433b66ce9067cbfb21e08c5b1256923a91d33c797a57cd33');
INSERT INTO public.event VALUES (13, 1, 13, 'period_closed', 'plan:1', '{"in_spite":[],"number":1,"period":"2023-Q1","plan":"cartagena_2023","sha256":"da698c31ce7ab871b31567d583ea1dc3596c5daf3cc9f3b25f4f9fa10b876f34"}', 'Coordinación', '2023-07-18 13:00:00+00', '7dd2c6f27d85d4ad433b66ce9067cbfb21e08c5b1256923a91d33c797a57cd33', 'd05ed0bfb28210ca74b8c83daf16948054b56cb351284fb9210e9bcd12c72df9');
INSERT INTO public.event VALUES (14, 1, 14, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"minutes","sha256":"0e2fa032307759729b3fc4dee6a29017c9094ced6c4e7d4f2e04e90ed80f86fb"}', 'gdflow', '2023-07-18 13:00:00+00', 'd05ed0bfb28210ca74b8c83daf16948054b56cb351284fb9210e9bcd12c72df9', 'c1c5d26c8a4e128bb36373a678de2a4f9fd6199baec67a968d2991843af4405e');
INSERT INTO public.event VALUES (15, 1, 15, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"report","sha256":"a1a51774877f19a70f9ce372941925b7fc42d8ee074b3fc603c65be60c45b954"}', 'gdflow', '2023-07-18 13:00:00+00', 'c1c5d26c8a4e128bb36373a678de2a4f9fd6199baec67a968d2991843af4405e', 'c54908fcb98ca2ba4072eeca8bf1dcd3c1aef8b1a96ef42009d6f104c77b3409');
INSERT INTO public.event VALUES (16, 1, 16, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"workbook","sha256":"4422fff2b6506cb39b2153c140c31ccd70f8a99e8abc15e1b04baff18ec704bf"}', 'gdflow', '2023-07-18 13:00:00+00', 'c54908fcb98ca2ba4072eeca8bf1dcd3c1aef8b1a96ef42009d6f104c77b3409', '264c45fb0280f2283af3c1967e67ab9cf87fbeca8f9b6cefe1d258c0d332a002');
INSERT INTO public.event VALUES (17, 1, 17, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"official","sha256":"2f5a25eb01f9dac9e8b3d1f9d1b4757b41386812dd03f793eeec084f57362007"}', 'gdflow', '2023-07-18 13:00:00+00', '264c45fb0280f2283af3c1967e67ab9cf87fbeca8f9b6cefe1d258c0d332a002', '6fbbca384c0ab672846a7ba2222117713d69cc70cfb2d72ec977f5d01eb5928b');
INSERT INTO public.event VALUES (18, 1, 18, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"word","sha256":"f7bb6ce894b8f441db2a7979252758054f79b402a8da35f11b8fd67a7ef8b820"}', 'gdflow', '2023-07-18 13:00:00+00', '6fbbca384c0ab672846a7ba2222117713d69cc70cfb2d72ec977f5d01eb5928b', '32204905ed284e79ea8f49fc21153baa6785115e9325be2008f8243839357737');
INSERT INTO public.event VALUES (19, 1, 19, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"page","sha256":"4bade74e89956cb6b5044e6023637b89c548c97c8dd4fc6e87f04043fe0d294e"}', 'gdflow', '2023-07-18 13:00:00+00', '32204905ed284e79ea8f49fc21153baa6785115e9325be2008f8243839357737', 'f8097baf19652ae41861c57471c6911ba392d2d678e8491e1123ba261f804b01');
INSERT INTO public.event VALUES (20, 1, 20, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"data","sha256":"88b8e8c009037399fd201f355dd760864339298757e60e7bb41914f40320c336"}', 'gdflow', '2023-07-18 13:00:00+00', 'f8097baf19652ae41861c57471c6911ba392d2d678e8491e1123ba261f804b01', '8bfbce914096bdbac15922892583b6e25652698fb32b6d7e0598cb9282cf4b78');
INSERT INTO public.event VALUES (21, 1, 21, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"snapshot","sha256":"da698c31ce7ab871b31567d583ea1dc3596c5daf3cc9f3b25f4f9fa10b876f34"}', 'gdflow', '2023-07-18 13:00:00+00', '8bfbce914096bdbac15922892583b6e25652698fb32b6d7e0598cb9282cf4b78', '044442708e704c3a4f1bbbabf3cf63472e5a85569c00ea80d83d031bc8ba3585');
INSERT INTO public.event VALUES (22, 1, 22, 'consolidated', 'plan:1', '{"closing":null,"missing":6,"period":"2023-Q2","plan":"cartagena_2023"}', 'gdflow', '2023-07-18 13:00:00+00', '044442708e704c3a4f1bbbabf3cf63472e5a85569c00ea80d83d031bc8ba3585', 'f045ba35ae29b00a63eeb323c0e1b44c2c3e6140caa657165c37d95319fa20fb');

INSERT INTO public.evidence VALUES (1, 1, 1, 'https://cartagena.example/acta.pdf');

INSERT INTO public.form_issue VALUES (1, 1, 1, '2023-Q2', '27fbffc0ac19872dadd9eafeab9da188086709a50be415ae3ce911471e45560c', '[1]', '2023-07-10 13:00:00+00');
INSERT INTO public.form_issue VALUES (2, 1, 3, '2023-Q2', '700fbd51017fa6a5ae37413a129c829f22cec173ccef600896f067a74ffe6616', '[1]', '2023-07-10 13:00:00+00');
INSERT INTO public.form_issue VALUES (3, 1, 3, '2023-Q2', 'a3b6c0a8920bc34fb99f12f713e7bebcdcba8f484a94b775ee06fcf0d8291bd7', '[1]', '2023-07-11 13:00:00+00');
INSERT INTO public.form_issue VALUES (4, 1, 1, '2023-Q2', '99983ff77f7784968d82d68f0dfe143be62454009b4329b00c6cd16529bb8e1d', '[1]', '2023-07-11 13:00:00+00');

INSERT INTO public.import_draft VALUES (1, 1, 'plan.xlsx', 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '2023-07-19', NULL, NULL, '"{}"', '2023-07-19 15:00:00+00', 'Coordinación', NULL, NULL, '"{}"');

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

INSERT INTO public.job VALUES (1, 1, 'reports', '"{}"', 'k', 'Coordinación', '2023-07-19 15:00:00+00', 'queued', NULL, NULL, NULL, NULL, 0, 0, 0, NULL, '"{}"', NULL, NULL);

INSERT INTO public.last_run VALUES (1, 1, 'scan', '2023-07-19 15:00:00+00', '2023-07-19 15:00:00+00', 'done', '2023-07-19 15:00:00+00', NULL);

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

INSERT INTO public.notice VALUES (1, 1, 'notice|1|gobiernodigital@cartagena.example|2023-07-10|email|digest', '2023-07-10', 'email', 'digest', 1, 'gdflow@entidad.example', 'gobiernodigital@cartagena.example', '[Gobierno Digital] Vence hoy: faltan 6 reportes del trimestre 2 · 1 actividad vencida', '<gd.27dd99528f69a704c325b985e05f5d95@entidad.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c6764666c6f7740656e74696461642e6578616d706c653e0d0a546f3a20676f626965726e6f6469676974616c40636172746167656e612e6578616d706c650d0a5265706c792d546f3a206764666c6f7740656e74696461642e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d3542476f626965726e6f5f4469676974616c3d35445f56656e63655f686f793d33415f66616c74616e5f365f7265706f727465735f643f3d0d0a203d3f7574662d383f713f656c5f7472696d65737472655f325f3d43323d42375f315f6163746976696461645f76656e636964613f3d0d0a446174653a204d6f6e2c203130204a756c203230', 'sent', 1, '2023-07-10 13:00:00+00', NULL, NULL, '250', '2023-07-10_gobiernodigital@cartagena.example_2521c766.eml', '2023-07-10 13:00:00+00', '2023-07-10 13:00:00+00', NULL, 1);
INSERT INTO public.notice VALUES (2, 1, 'notice|1|usoyapropiacion@cartagena.example|2023-07-10|email|digest', '2023-07-10', 'email', 'digest', 3, 'gdflow@entidad.example', 'usoyapropiacion@cartagena.example', '[Uso y Apropiación] Vence hoy: faltan 2 reportes del trimestre 2', '<gd.5599e83c9f2f78a6cf946caaec9db05c@entidad.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c6764666c6f7740656e74696461642e6578616d706c653e0d0a546f3a2075736f796170726f70696163696f6e40636172746167656e612e6578616d706c650d0a5265706c792d546f3a206764666c6f7740656e74696461642e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d354255736f5f795f4170726f70696163693d43333d42336e3d35445f56656e63655f686f793d33415f66616c74616e5f325f7265706f3f3d0d0a203d3f7574662d383f713f727465735f64656c5f7472696d65737472655f323f3d0d0a446174653a204d6f6e2c203130204a756c20323032332030383a30303a3030202d303530300d0a4d65', 'sent', 1, '2023-07-10 13:00:00+00', NULL, NULL, '250', '2023-07-10_usoyapropiacion@cartagena.example_bf80cb02.eml', '2023-07-10 13:00:00+00', '2023-07-10 13:00:00+00', NULL, 1);
INSERT INTO public.notice VALUES (3, 1, 'notice|1|usoyapropiacion@cartagena.example|2023-07-11|email|receipt:R-LZZQ-QC6D-O3FX', '2023-07-11', 'email', 'receipt', 3, 'gdflow@entidad.example', 'usoyapropiacion@cartagena.example', '[Uso y Apropiación] Recibido: actividad 11 · logrado: 2', '<gd.c5b73e3c99d270862ab54c869dc40a94@entidad.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c6764666c6f7740656e74696461642e6578616d706c653e0d0a546f3a2075736f796170726f70696163696f6e40636172746167656e612e6578616d706c650d0a5265706c792d546f3a206764666c6f7740656e74696461642e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d354255736f5f795f4170726f70696163693d43333d42336e3d35445f526563696269646f3d33415f6163746976696461645f31315f3f3d0d0a203d3f7574662d383f713f3d43323d42375f6c6f677261646f3d33415f323f3d0d0a446174653a205475652c203131204a756c20323032332031303a30303a3030202d303530300d0a4d657373', 'queued', 0, '2023-07-11 15:00:00+00', NULL, NULL, NULL, NULL, '2023-07-11 15:00:00+00', NULL, NULL, 0);
INSERT INTO public.notice VALUES (4, 1, 'notice|1|gobiernodigital@cartagena.example|2023-07-11|email|receipt:R-GTAQ-WOCE-SO63', '2023-07-11', 'email', 'receipt', 1, 'gdflow@entidad.example', 'gobiernodigital@cartagena.example', '[Gobierno Digital] No se pudo recibir su reporte', '<gd.bdf2c8f2bcf5302c675342adc9e391d1@entidad.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c6764666c6f7740656e74696461642e6578616d706c653e0d0a546f3a20676f626965726e6f6469676974616c40636172746167656e612e6578616d706c650d0a5265706c792d546f3a206764666c6f7740656e74696461642e6578616d706c650d0a5375626a6563743a205b476f626965726e6f204469676974616c5d204e6f207365207075646f2072656369626972207375207265706f7274650d0a446174653a205475652c203131204a756c20323032332031303a30303a3030202d303530300d0a4d6573736167652d49443a203c67642e626466326338663262636635333032633637353334326164633965333931643140656e7469646164', 'queued', 0, '2023-07-11 15:00:00+00', NULL, NULL, NULL, NULL, '2023-07-11 15:00:00+00', NULL, NULL, 0);
INSERT INTO public.notice VALUES (5, 1, 'webhook|1|1|13', '2023-07-18', 'webhook:1', 'webhook', NULL, '', 'tablero.cartagena.example', 'period.closed', 'msg_62dd88fd0599b61951aab2261498c4a8', '\x7b226964223a226d73675f3632646438386664303539396236313935316161623232363134393863346138222c226576656e74223a22706572696f642e636c6f736564222c226f636375727265645f6174223a22323032332d30372d31385431333a30303a30302b30303a3030222c22656e74697479223a22636172746167656e61222c2264617461223a7b22706c616e223a22636172746167656e615f32303233222c22706572696f64223a22323032332d5131222c22636c6f73696e67223a312c22736861323536223a2264613639386333316365376162383731623331353637643538336561316463333539366335646166336363396633623235663466396661313062383736663334227d7d', 'queued', 0, '2023-07-18 13:00:00+00', NULL, NULL, NULL, NULL, '2023-07-18 13:00:00+00', NULL, NULL, 1);
INSERT INTO public.notice VALUES (6, 1, 'notice|1|gobiernodigital@cartagena.example|2023-07-18|email|closing:c46d254d2cd41d664fd8b935dd11e6e2', '2023-07-18', 'email', 'closing', 1, 'gdflow@entidad.example', 'gobiernodigital@cartagena.example', '[Gobierno Digital] Cierre del trimestre 1: 10 de 10 reportes', '<gd.f7d4fea5e3bdde87048db96f9ca86dc6@entidad.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c6764666c6f7740656e74696461642e6578616d706c653e0d0a546f3a20676f626965726e6f6469676974616c40636172746167656e612e6578616d706c650d0a5265706c792d546f3a206764666c6f7740656e74696461642e6578616d706c650d0a5375626a6563743a205b476f626965726e6f204469676974616c5d204369657272652064656c207472696d657374726520313a203130206465203130207265706f727465730d0a446174653a205475652c203138204a756c20323032332030383a30303a3030202d303530300d0a4d6573736167652d49443a203c67642e66376434666561356533626464653837303438646239366639636138', 'queued', 0, '2023-07-18 13:00:00+00', NULL, NULL, NULL, NULL, '2023-07-18 13:00:00+00', NULL, NULL, 1);
INSERT INTO public.notice VALUES (7, 1, 'notice|1|usoyapropiacion@cartagena.example|2023-07-18|email|closing:20fa7d4d584fca08f2b956ba87e02d28', '2023-07-18', 'email', 'closing', 3, 'gdflow@entidad.example', 'usoyapropiacion@cartagena.example', '[Uso y Apropiación] Cierre del trimestre 1: 2 de 2 reportes', '<gd.b930746006bfd91963201fbf57bbedc9@entidad.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c6764666c6f7740656e74696461642e6578616d706c653e0d0a546f3a2075736f796170726f70696163696f6e40636172746167656e612e6578616d706c650d0a5265706c792d546f3a206764666c6f7740656e74696461642e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d354255736f5f795f4170726f70696163693d43333d42336e3d35445f4369657272655f64656c5f7472696d65737472655f313d33415f3f3d0d0a203d3f7574662d383f713f325f64655f325f7265706f727465733f3d0d0a446174653a205475652c203138204a756c20323032332030383a30303a3030202d303530300d0a4d657373616765', 'queued', 0, '2023-07-18 13:00:00+00', NULL, NULL, NULL, NULL, '2023-07-18 13:00:00+00', NULL, NULL, 1);

INSERT INTO public.notice_reminder VALUES (1, 1, 1, 1);
INSERT INTO public.notice_reminder VALUES (2, 1, 1, 2);
INSERT INTO public.notice_reminder VALUES (3, 1, 1, 3);
INSERT INTO public.notice_reminder VALUES (4, 1, 1, 4);
INSERT INTO public.notice_reminder VALUES (5, 1, 1, 5);
INSERT INTO public.notice_reminder VALUES (6, 1, 1, 6);
INSERT INTO public.notice_reminder VALUES (7, 1, 1, 7);
INSERT INTO public.notice_reminder VALUES (8, 1, 2, 8);
INSERT INTO public.notice_reminder VALUES (9, 1, 2, 9);

INSERT INTO public.obligation VALUES (1, 1, 1, 1, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (2, 1, 1, 2, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (3, 1, 1, 2, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (4, 1, 1, 2, 1, 'deadline', '', '2023-12-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (5, 1, 1, 3, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (6, 1, 1, 3, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (7, 1, 1, 3, 1, 'deadline', '', '2023-07-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (8, 1, 1, 4, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (9, 1, 1, 4, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (10, 1, 1, 4, 1, 'deadline', '', '2023-07-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (11, 1, 1, 5, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (12, 1, 1, 6, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (13, 1, 1, 7, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (14, 1, 1, 8, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
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
INSERT INTO public.obligation VALUES (15, 1, 1, 8, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'met', '2023-07-12');

INSERT INTO public.one_time_key VALUES (1, 1, 'password', 1, 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '"{}"', '2023-07-19 15:00:00+00', '2023-07-20 00:00:00+00');

INSERT INTO public.pace VALUES (1, 1, 'email', 'minute', 0, '2023-07-19 15:00:00+00');

INSERT INTO public.period VALUES (1, 1, 1, '2023-Q1', 'quarter', '2023-01-01', '2023-03-31', '2023-04-11', '2023-04-18', '2023-04-10 13:00:00+00');
INSERT INTO public.period VALUES (2, 1, 1, '2023-Q2', 'quarter', '2023-04-01', '2023-06-30', '2023-07-10', '2023-07-17', '2023-04-10 13:00:00+00');
INSERT INTO public.period VALUES (3, 1, 1, '2023-Q3', 'quarter', '2023-07-01', '2023-09-30', '2023-10-06', '2023-10-13', '2023-07-10 13:00:00+00');

INSERT INTO public.plan VALUES (1, 1, 'cartagena_2023', 'PLAN DE ACCIÓN POLÍTICA DE GESTIÓN Y DESEMPEÑO', 'action_plan', 'quarter', 2023, 'PLAN DE ACCION', 'cartagena_2023.xlsx', 'bf7e22caa64e047c35bde5b35af74f825a34becb32cbcd13efb17a1792c84221', 7, '[[0,"ITEM","item",null],[1,"DESCRIPCION DE LOS CRITERIOS DIFERENCIALES QUE LE APLICAN","path",null],[2,"CICLO DE PROCESO P: Planear H: Hacer V: Verificar A: Actuar","stage",null],[3,"ACTIVIDAD","activity",null],[4,"PRODUCTO","deliverable",null],[5,"DESCRIPCIÓN DEL INDICADOR","indicator",null],[6,"DESCRIPCION DE LA META","target_text",null],[7,"FECHA INICIO","start",null],[8,"FECHA FINAL","due",null],[9,"RESPONSABLE","responsible",null],[10,"META DEL INDICADOR","target",null],[11,"2023 RESULTADO TRIMESTRE 1","result","2023-Q1"],[12,"2023 RESULTADO TRIMESTRE 2","result","2023-Q2"],[13,"2023 RESULTADO TRIMESTRE 3","result","2023-Q3"],[14,"2023 RESULTADO TRIMESTRE 4","result","2023-Q4"],[15,"RESULTADO","printed_result",null],[16,"OBSERVACIONES","observations",null]]', 1, '2023-04-10 13:00:00+00', 'none');

INSERT INTO public.read_token VALUES (1, 1, 'Tablero', 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '2023-07-19 15:00:00+00', 'Coordinación', NULL, NULL, NULL, NULL);

INSERT INTO public.receipt VALUES (1, 1, 'R-LZZQ-QC6D-O3FX', 3, '2023-Q2', '001cc4fa75d6f61b7432293103d37e6a0c9d2f6e650aefe62a9f6874d32959cc', 'formulario.xlsx', 9070, '2023-07-11 15:00:00+00', 'read', NULL, NULL, 'command', NULL, 0, NULL);
INSERT INTO public.receipt VALUES (2, 1, 'R-GTAQ-WOCE-SO63', 1, '2023-Q2', '7afa9c0900cc5a8a803f3bf2801351cfd59005a3470c9000e15976662960e338', 'formulario.xlsx', 10378, '2023-07-11 15:00:00+00', 'read', NULL, NULL, 'command', NULL, 0, NULL);
INSERT INTO public.receipt VALUES (3, 1, 'R-HTJM-HYH5-XPRX', 1, '2023-Q2', '7cece7ecfe289d81b03847f03ae4781e5d63d9e57d6fb1b92fd621cc0fad061e', 'respuesta en la página', 111, '2023-07-12 13:00:00+00', 'read', NULL, NULL, 'page', 'enlace', 0, NULL);

INSERT INTO public.reminder VALUES (1, 1, 19, '2023-04-30', '+46', 'team', 'overdue', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (2, 1, 3, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (3, 1, 6, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (4, 1, 9, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (5, 1, 15, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (6, 1, 18, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (7, 1, 20, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (8, 1, 23, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 3);
INSERT INTO public.reminder VALUES (9, 1, 26, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 3);

INSERT INTO public.reopening VALUES (1, 1, 1, '2023-Q1', 1, 'all', NULL, NULL, 'Coordinación', 'Un error', '2023-07-19 15:00:00+00', '2023-07-21', NULL, NULL);

INSERT INTO public.report VALUES (1, 1, 1, 'minutes', 'application/pdf', '0e2fa032307759729b3fc4dee6a29017c9094ced6c4e7d4f2e04e90ed80f86fb', 36003, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (2, 1, 1, 'report', 'application/pdf', 'a1a51774877f19a70f9ce372941925b7fc42d8ee074b3fc603c65be60c45b954', 110051, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (3, 1, 1, 'workbook', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '4422fff2b6506cb39b2153c140c31ccd70f8a99e8abc15e1b04baff18ec704bf', 30507, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (4, 1, 1, 'official', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '2f5a25eb01f9dac9e8b3d1f9d1b4757b41386812dd03f793eeec084f57362007', 9279, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (5, 1, 1, 'word', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'f7bb6ce894b8f441db2a7979252758054f79b402a8da35f11b8fd67a7ef8b820', 145877, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (6, 1, 1, 'page', 'text/html', '4bade74e89956cb6b5044e6023637b89c548c97c8dd4fc6e87f04043fe0d294e', 56394, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (7, 1, 1, 'data', 'application/zip', '88b8e8c009037399fd201f355dd760864339298757e60e7bb41914f40320c336', 15284, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (8, 1, 1, 'snapshot', 'application/json', 'da698c31ce7ab871b31567d583ea1dc3596c5daf3cc9f3b25f4f9fa10b876f34', 61911, '2023-07-18 13:00:00+00', NULL);

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
INSERT INTO public.result VALUES (13, 1, 1, 11, '2023-Q2', 2000000, 'Se avanzó.', NULL, 'form', '2023-07-11 15:00:00+00', 'R-LZZQ-QC6D-O3FX', true, NULL);
INSERT INTO public.result VALUES (14, 1, 1, 8, '2023-Q2', 1000000, 'Se avanzó.', NULL, 'form', '2023-07-12 13:00:00+00', 'R-HTJM-HYH5-XPRX', true, NULL);

INSERT INTO public.review VALUES (1, 1, 1, 'accepted', NULL, 'Coordinación', '2023-07-19 15:00:00+00');

INSERT INTO public.team VALUES (1, 1, 'Equipo Gobierno Digital', 'equipo gobierno digital');
INSERT INTO public.team VALUES (2, 1, 'áreas de gestión OAI', 'areas de gestion oai');
INSERT INTO public.team VALUES (3, 1, 'Equipo de Uso y Apropiación', 'equipo de uso y apropiacion');

INSERT INTO public.team_link VALUES (1, 1, 1, '2023-Q2', 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '2023-07-19 15:00:00+00', '2023-08-20 00:00:00+00', NULL, NULL);

INSERT INTO public.transport VALUES (1, 1, 'email', 0, NULL, NULL, NULL);
INSERT INTO public.transport VALUES (2, 1, 'webhook:1', 0, NULL, NULL, NULL);

INSERT INTO public.web_session VALUES (1, 1, 1, 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '2023-07-19 15:00:00+00', '2023-07-19 15:00:00+00', '2023-07-26 00:00:00+00', '127.0.0.1', 'Firefox', NULL, NULL);

INSERT INTO public.webhook VALUES (1, 1, 'https://tablero.cartagena.example/gdflow', '["period.closed"]', 'whsec_AD2k4AeaywJF1Zn+RTOQ9UDP1PGTw5gQdFRDPPCsMhY=', NULL, NULL, '2023-07-03 13:00:00+00', 'Coordinación', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.webhook VALUES (2, 1, 'https://archivo.cartagena.example/gdflow', '["period.closed"]', 'whsec_olylGBruIq4Ac4Xg3MStbSRZxclUtDHSIYrnbzCYKJg=', NULL, NULL, '2023-07-03 13:00:00+00', 'Coordinación', '2023-07-03 13:00:00+00', 'Coordinación', NULL, NULL, NULL);

SELECT pg_catalog.setval('public.account_id_seq', 1, true);

SELECT pg_catalog.setval('public.address_mark_id_seq', 1, true);

SELECT pg_catalog.setval('public.amendment_id_seq', 1, true);

SELECT pg_catalog.setval('public.annex_id_seq', 1, true);

SELECT pg_catalog.setval('public.assignment_id_seq', 22, true);

SELECT pg_catalog.setval('public.attempt_id_seq', 2, true);

SELECT pg_catalog.setval('public.calendar_feed_id_seq', 1, true);

SELECT pg_catalog.setval('public.closing_id_seq', 1, true);

SELECT pg_catalog.setval('public.contact_id_seq', 4, true);

SELECT pg_catalog.setval('public.correspondence_id_seq', 4, true);

SELECT pg_catalog.setval('public.decision_id_seq', 1, true);

SELECT pg_catalog.setval('public.entity_id_seq', 1, true);

SELECT pg_catalog.setval('public.event_id_seq', 22, true);

SELECT pg_catalog.setval('public.evidence_id_seq', 1, true);

SELECT pg_catalog.setval('public.form_issue_id_seq', 4, true);

SELECT pg_catalog.setval('public.import_draft_id_seq', 1, true);

SELECT pg_catalog.setval('public.import_issue_id_seq', 14, true);

SELECT pg_catalog.setval('public.inbound_mail_id_seq', 1, true);

SELECT pg_catalog.setval('public.job_id_seq', 1, true);

SELECT pg_catalog.setval('public.last_run_id_seq', 1, true);

SELECT pg_catalog.setval('public.line_id_seq', 12, true);

SELECT pg_catalog.setval('public.node_id_seq', 8, true);

SELECT pg_catalog.setval('public.notice_id_seq', 7, true);

SELECT pg_catalog.setval('public.notice_reminder_id_seq', 9, true);

SELECT pg_catalog.setval('public.obligation_id_seq', 68, true);

SELECT pg_catalog.setval('public.one_time_key_id_seq', 1, true);

SELECT pg_catalog.setval('public.pace_id_seq', 1, true);

SELECT pg_catalog.setval('public.period_id_seq', 3, true);

SELECT pg_catalog.setval('public.plan_id_seq', 1, true);

SELECT pg_catalog.setval('public.read_token_id_seq', 1, true);

SELECT pg_catalog.setval('public.receipt_id_seq', 3, true);

SELECT pg_catalog.setval('public.reminder_id_seq', 9, true);

SELECT pg_catalog.setval('public.reopening_id_seq', 1, true);

SELECT pg_catalog.setval('public.report_id_seq', 8, true);

SELECT pg_catalog.setval('public.result_id_seq', 14, true);

SELECT pg_catalog.setval('public.review_id_seq', 1, true);

SELECT pg_catalog.setval('public.team_id_seq', 3, true);

SELECT pg_catalog.setval('public.team_link_id_seq', 1, true);

SELECT pg_catalog.setval('public.transport_id_seq', 2, true);

SELECT pg_catalog.setval('public.web_session_id_seq', 1, true);

SELECT pg_catalog.setval('public.webhook_id_seq', 2, true);

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT pk_account PRIMARY KEY (id);

ALTER TABLE ONLY public.address_mark
    ADD CONSTRAINT pk_address_mark PRIMARY KEY (id);

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT pk_amendment PRIMARY KEY (id);

ALTER TABLE ONLY public.annex
    ADD CONSTRAINT pk_annex PRIMARY KEY (id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT pk_assignment PRIMARY KEY (id);

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT pk_attempt PRIMARY KEY (id);

ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT pk_calendar_feed PRIMARY KEY (id);

ALTER TABLE ONLY public.closing
    ADD CONSTRAINT pk_closing PRIMARY KEY (id);

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

ALTER TABLE ONLY public.import_draft
    ADD CONSTRAINT pk_import_draft PRIMARY KEY (id);

ALTER TABLE ONLY public.import_issue
    ADD CONSTRAINT pk_import_issue PRIMARY KEY (id);

ALTER TABLE ONLY public.inbound_mail
    ADD CONSTRAINT pk_inbound_mail PRIMARY KEY (id);

ALTER TABLE ONLY public.job
    ADD CONSTRAINT pk_job PRIMARY KEY (id);

ALTER TABLE ONLY public.last_run
    ADD CONSTRAINT pk_last_run PRIMARY KEY (id);

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

ALTER TABLE ONLY public.one_time_key
    ADD CONSTRAINT pk_one_time_key PRIMARY KEY (id);

ALTER TABLE ONLY public.pace
    ADD CONSTRAINT pk_pace PRIMARY KEY (id);

ALTER TABLE ONLY public.period
    ADD CONSTRAINT pk_period PRIMARY KEY (id);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT pk_plan PRIMARY KEY (id);

ALTER TABLE ONLY public.read_token
    ADD CONSTRAINT pk_read_token PRIMARY KEY (id);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT pk_receipt PRIMARY KEY (id);

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT pk_reminder PRIMARY KEY (id);

ALTER TABLE ONLY public.reopening
    ADD CONSTRAINT pk_reopening PRIMARY KEY (id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT pk_report PRIMARY KEY (id);

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

ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT pk_web_session PRIMARY KEY (id);

ALTER TABLE ONLY public.webhook
    ADD CONSTRAINT pk_webhook PRIMARY KEY (id);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT uq_account_entity_id_email UNIQUE (entity_id, email);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT uq_account_entity_id_subject UNIQUE (entity_id, subject);

ALTER TABLE ONLY public.address_mark
    ADD CONSTRAINT uq_address_mark_entity_id_address UNIQUE (entity_id, address);

ALTER TABLE ONLY public.annex
    ADD CONSTRAINT uq_annex_plan_id_period_number UNIQUE (plan_id, period, number);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT uq_assignment_line_id_position UNIQUE (line_id, "position");

ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT uq_calendar_feed_token_sha256 UNIQUE (token_sha256);

ALTER TABLE ONLY public.closing
    ADD CONSTRAINT uq_closing_plan_id_period_number UNIQUE (plan_id, period, number);

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

ALTER TABLE ONLY public.job
    ADD CONSTRAINT uq_job_entity_id_key UNIQUE (entity_id, key);

ALTER TABLE ONLY public.last_run
    ADD CONSTRAINT uq_last_run_entity_id_work UNIQUE (entity_id, work);

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

ALTER TABLE ONLY public.one_time_key
    ADD CONSTRAINT uq_one_time_key_token_sha256 UNIQUE (token_sha256);

ALTER TABLE ONLY public.pace
    ADD CONSTRAINT uq_pace_entity_id_channel_span_slot UNIQUE (entity_id, channel, span, slot);

ALTER TABLE ONLY public.period
    ADD CONSTRAINT uq_period_plan_id_key UNIQUE (plan_id, key);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT uq_plan_entity_id_code UNIQUE (entity_id, code);

ALTER TABLE ONLY public.read_token
    ADD CONSTRAINT uq_read_token_token_sha256 UNIQUE (token_sha256);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT uq_receipt_entity_id_number UNIQUE (entity_id, number);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT uq_receipt_entity_id_team_id_period_sha256 UNIQUE NULLS NOT DISTINCT (entity_id, team_id, period, sha256);

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT uq_reminder_obligation_id_due_on_step_audience_team_id UNIQUE (obligation_id, due_on, step, audience, team_id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT uq_report_closing_id_name UNIQUE (closing_id, name);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT uq_team_entity_id_folded UNIQUE (entity_id, folded);

ALTER TABLE ONLY public.team_link
    ADD CONSTRAINT uq_team_link_token_sha256 UNIQUE (token_sha256);

ALTER TABLE ONLY public.transport
    ADD CONSTRAINT uq_transport_entity_id_channel UNIQUE (entity_id, channel);

ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT uq_web_session_token_sha256 UNIQUE (token_sha256);

CREATE INDEX ix_amendment_line_id ON public.amendment USING btree (line_id);

CREATE INDEX ix_amendment_to_come ON public.amendment USING btree (entity_id, effective_on) WHERE ((applied_at IS NULL) AND (undone_at IS NULL));

CREATE INDEX ix_annex_line_id ON public.annex USING btree (line_id, period);

CREATE INDEX ix_annex_sha256 ON public.annex USING btree (sha256);

CREATE INDEX ix_assignment_plan_id ON public.assignment USING btree (plan_id);

CREATE INDEX ix_assignment_team_id ON public.assignment USING btree (team_id);

CREATE INDEX ix_attempt_entity_id_channel ON public.attempt USING btree (entity_id, channel, started_at);

CREATE INDEX ix_attempt_notice_id ON public.attempt USING btree (notice_id);

CREATE INDEX ix_closing_entity_id_closed_at ON public.closing USING btree (entity_id, closed_at);

CREATE INDEX ix_contact_entity_id ON public.contact USING btree (entity_id);

CREATE INDEX ix_decision_entity_id_kind ON public.decision USING btree (entity_id, kind);

CREATE INDEX ix_decision_line_id ON public.decision USING btree (line_id);

CREATE INDEX ix_event_entity_id_subject ON public.event USING btree (entity_id, subject);

CREATE INDEX ix_import_draft_waiting ON public.import_draft USING btree (entity_id, id) WHERE (ended_at IS NULL);

CREATE INDEX ix_inbound_mail_entity_id_state ON public.inbound_mail USING btree (entity_id, state);

CREATE INDEX ix_job_open ON public.job USING btree (entity_id, id) WHERE (ended_at IS NULL);

CREATE INDEX ix_line_plan_id_position ON public.line USING btree (plan_id, "position");

CREATE INDEX ix_notice_entity_id_day ON public.notice USING btree (entity_id, day);

CREATE INDEX ix_notice_leased ON public.notice USING btree (lease_until) WHERE ((state)::text = 'sending'::text);

CREATE INDEX ix_notice_reminder_notice_id ON public.notice_reminder USING btree (notice_id);

CREATE INDEX ix_notice_sendable ON public.notice USING btree (entity_id, channel, priority, not_before, id) WHERE ((state)::text = ANY ((ARRAY['queued'::character varying, 'retry'::character varying])::text[]));

CREATE INDEX ix_notice_troubled ON public.notice USING btree (entity_id, state) WHERE ((state)::text = ANY ((ARRAY['refused'::character varying, 'in_doubt'::character varying])::text[]));

CREATE INDEX ix_obligation_open ON public.obligation USING btree (entity_id, kind, due_on, closes_on, line_id, team_id, done_on) WHERE (done_on IS NULL);

CREATE INDEX ix_obligation_plan_id_period ON public.obligation USING btree (plan_id, period);

CREATE INDEX ix_one_time_key_account_id ON public.one_time_key USING btree (account_id);

CREATE INDEX ix_pace_free ON public.pace USING btree (entity_id, channel, span, free_at);

CREATE INDEX ix_period_entity_id ON public.period USING btree (entity_id);

CREATE INDEX ix_receipt_unread ON public.receipt USING btree (entity_id, id) WHERE ((state)::text = 'received'::text);

CREATE INDEX ix_reminder_waiting ON public.reminder USING btree (entity_id) WHERE waiting;

CREATE INDEX ix_reopening_open ON public.reopening USING btree (entity_id, until) WHERE (ended_at IS NULL);

CREATE INDEX ix_reopening_plan_id_period ON public.reopening USING btree (plan_id, period);

CREATE UNIQUE INDEX ix_result_in_force ON public.result USING btree (plan_id, line_id, period) WHERE in_force;

CREATE INDEX ix_result_line_id ON public.result USING btree (line_id);

CREATE INDEX ix_review_result_id ON public.review USING btree (result_id);

CREATE INDEX ix_team_link_team_id ON public.team_link USING btree (team_id, period);

CREATE INDEX ix_web_session_account_id ON public.web_session USING btree (account_id);

CREATE UNIQUE INDEX ix_webhook_live ON public.webhook USING btree (entity_id, url) WHERE (removed_at IS NULL);

CREATE TRIGGER closing_kept BEFORE DELETE OR UPDATE ON public.closing FOR EACH ROW EXECUTE FUNCTION public.refuse_closing_change();

CREATE TRIGGER event_kept BEFORE DELETE OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION public.refuse_event_change();

ALTER TABLE ONLY public.account
    ADD CONSTRAINT fk_account_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.address_mark
    ADD CONSTRAINT fk_address_mark_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT fk_amendment_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT fk_amendment_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT fk_amendment_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

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

ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT fk_calendar_feed_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT fk_calendar_feed_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.closing
    ADD CONSTRAINT fk_closing_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.closing
    ADD CONSTRAINT fk_closing_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

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

ALTER TABLE ONLY public.import_draft
    ADD CONSTRAINT fk_import_draft_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.import_issue
    ADD CONSTRAINT fk_import_issue_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.import_issue
    ADD CONSTRAINT fk_import_issue_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.inbound_mail
    ADD CONSTRAINT fk_inbound_mail_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.inbound_mail
    ADD CONSTRAINT fk_inbound_mail_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.job
    ADD CONSTRAINT fk_job_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.last_run
    ADD CONSTRAINT fk_last_run_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

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

ALTER TABLE ONLY public.one_time_key
    ADD CONSTRAINT fk_one_time_key_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.one_time_key
    ADD CONSTRAINT fk_one_time_key_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.pace
    ADD CONSTRAINT fk_pace_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.period
    ADD CONSTRAINT fk_period_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.period
    ADD CONSTRAINT fk_period_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT fk_plan_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.read_token
    ADD CONSTRAINT fk_read_token_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

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

ALTER TABLE ONLY public.reopening
    ADD CONSTRAINT fk_reopening_closing_id_closing FOREIGN KEY (closing_id) REFERENCES public.closing(id);

ALTER TABLE ONLY public.reopening
    ADD CONSTRAINT fk_reopening_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.reopening
    ADD CONSTRAINT fk_reopening_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.reopening
    ADD CONSTRAINT fk_reopening_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.reopening
    ADD CONSTRAINT fk_reopening_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT fk_report_closing_id_closing FOREIGN KEY (closing_id) REFERENCES public.closing(id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT fk_report_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

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

ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT fk_web_session_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT fk_web_session_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.webhook
    ADD CONSTRAINT fk_webhook_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

